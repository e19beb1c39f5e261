# Runs a command inside a sandbox, with the rights of root in there and no others: enter.pl RUN ID COMMAND ARGUMENT...
#
# RUN is the run directory of a server, where RUN/exec/ID says "PID STARTTIME BASE CGROUP..." exactly while the sandbox runs.
# Passes the streams and the exit code; 125 if there is no such sandbox, 126 or 127 if the command can't be run, 128 and a
# signal's number if one ended it. perl for the reasons in start.pl; nsenter would leave the command every capability.
use strict;
use warnings;

my %NUMBERS = (x86_64 => [308, 302, 157], aarch64 => [268, 261, 167]);    # setns prlimit64 prctl
my ($SETNS, $PRLIMIT, $PRCTL) = @{ $NUMBERS{ -e '/lib64/ld-linux-x86-64.so.2' ? 'x86_64' : 'aarch64' } };
use constant { PR_CAPBSET_DROP => 24, PR_SET_NO_NEW_PRIVS => 38, TIOCSPGRP => 0x5410, WUNTRACED => 2, LAST_CAP => 63 };
my %KEPT = map { $_ => 1 } 0, 1, 3, 4, 5, 6, 7, 8, 18;    # as in Arguments.java
my @LIMITS = (2, 4, 6, 7);                               # data, core, processes, files

syscall(436, 3, 0x7fffffff, 0);    # close_range: what else the caller has open is no business of the sandbox
my ($run, $id, @command) = @ARGV;
sub fail { my ($code, $why) = @_; print STDERR "$why\n"; exit $code }

my $missing = -d "$run/sandbox/$id"
  ? "IncorrectInstanceState: The instance '$id' is not in the 'running' state"
  : "InvalidInstanceID.NotFound: The instance ID '$id' does not exist";
my $known = $id =~ /^[a-zA-Z0-9][a-zA-Z0-9:-]*$/ && open(my $record, '<', "$run/exec/$id");
fail(125, $missing) unless $known;
my ($pid, $start, $base, @cgroup) = split / /, <$record> =~ s/\n//r;

my @spaces;
for my $name (qw(net ipc uts pid mnt user)) {    # the user namespace last: it takes the rights to enter the others
  open(my $space, '<', "/proc/$pid/ns/$name") or fail(125, $! == 13 || $! == 1 ? "$id: $!" : $missing);
  push @spaces, $space;
}
# What was opened is of the process that has the pid now; is that the one that was meant?
open(my $stat, '<', "/proc/$pid/stat") or fail(125, $missing);
fail(125, $missing) unless <$stat> =~ /.*\)(.*)/ && (split / /, $1)[20] == $start;

for my $group (@cgroup) {
  open(my $procs, '>', "$group/cgroup.procs") or next;    # best effort: the namespaces are what confines
  syswrite($procs, $$);
}
for my $which (@LIMITS) {
  my $limit = pack('QQ', 0, 0);
  syscall($PRLIMIT, 0 + $pid, $which, 0, $limit) == 0 && syscall($PRLIMIT, 0, $which, $limit, 0);
}
for my $space (@spaces) {
  syscall($SETNS, fileno($space), 0) == 0 or fail(125, "$id cannot be entered: $!");
}
$) = '0 0';
$( = 0;
($<, $>) = (0, 0);
fail(125, "$id: cannot become root inside: $!") unless $< == 0 && $> == 0;
syscall($PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
for my $capability (grep { !$KEPT{$_} } 0 .. LAST_CAP) {
  last if syscall($PRCTL, PR_CAPBSET_DROP, $capability, 0, 0, 0) < 0;
}

my $terminal = -t STDIN;
pipe(my $wait, my $go) or fail(125, "pipe: $!");
my $child = fork // fail(125, "$id: fork: $!");
if (!$child) {
  close $go;
  setpgrp(0, 0) if $terminal;
  sysread($wait, my $byte, 1);
  chdir '/root' or chdir '/';
  %ENV = (
    PATH => '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME => '/root', USER => 'root', LOGNAME => 'root', SHELL => '/bin/bash', LANG => 'C.UTF-8',
    defined $ENV{TERM} ? (TERM => $ENV{TERM}) : (),
  );
  no warnings 'exec';
  exec { $command[0] } @command;
  my $code = $! == 2 ? 127 : 126;
  print STDERR "$command[0]: $!\n";
  syscall(-e '/lib64/ld-linux-x86-64.so.2' ? 231 : 94, $code);    # exit_group
}
close $wait;

# On a terminal the command gets a process group of its own in the foreground, so that Ctrl-C and Ctrl-Z mean it.
my $foreground = sub { my ($group) = @_; my $data = pack('i', $group); ioctl(STDIN, TIOCSPGRP, $data) };
if ($terminal) {
  $SIG{TTOU} = 'IGNORE';
  setpgrp($child, $child);
  $foreground->($child);
}
my $name;
for $name (qw(HUP INT QUIT TERM USR1 USR2)) {
  $SIG{$name} = sub { kill $name, $child };
}
close $go;
while ((my $ended = waitpid($child, WUNTRACED)) >= 0) {
  next if $ended != $child;
  last unless ($? & 0xff) == 0x7f;
  $foreground->(getpgrp()) if $terminal;
  kill 'STOP', $$;
  $foreground->($child) if $terminal;
  kill 'CONT', $child;
}
my $status = $?;
$foreground->(getpgrp()) if $terminal;
exit($status & 0x7f ? 128 + ($status & 0x7f) : $status >> 8);
