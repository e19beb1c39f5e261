# Runs a command inside a sandbox, with the rights of root in there and no others: enter.pl RUN ID COMMAND ARGUMENT...
#
# RUN is the run directory of a server, where RUN/exec/ID says "PID STARTTIME BASE CGROUP..." exactly while the sandbox runs.
# Passes the streams and the exit code; 125 if there is no such sandbox, 126 or 127 if the command can't be run, 128 and a
# signal's number if one ended it. perl for the reasons in start.pl; nsenter would leave the command every capability.
use strict;
use warnings;

my %NUMBERS = (x86_64 => [308, 302, 157, 112], aarch64 => [268, 261, 167, 157]);
my ($SETNS, $PRLIMIT, $PRCTL, $SETSID) = @{ $NUMBERS{ -e '/lib64/ld-linux-x86-64.so.2' ? 'x86_64' : 'aarch64' } };
use constant { PR_CAPBSET_DROP => 24, PR_SET_NO_NEW_PRIVS => 38, LAST_CAP => 63 };
my %KEPT = map { $_ => 1 } 0, 1, 3, 4, 5, 6, 7, 8, 18;    # as in Arguments.java
my @LIMITS = (2, 4, 6, 7);                               # data, core, processes, files

syscall(436, 3, 0x7fffffff, 0);    # close_range: what else the caller has open is no business of the sandbox
my ($run, $id, @command) = @ARGV;
sub fail { my ($code, $why) = @_; print STDERR "$why\n"; exit $code }

# The host of the internet comes up by itself just after the server is ready: somebody who asks at once waits for it.
for (my $turns = 0; $id eq 'internet' && -d "$run/exec" && !-e "$run/exec/$id" && $turns < 150; $turns++) {
  select(undef, undef, undef, 0.02);
}
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

if ($>) {
  # An ordinary user has no rights of his own here, but owns the namespace above that of the sandbox (ioctl_ns(2), NS_GET_PARENT),
  # and has them in there.
  my $above = ioctl($spaces[-1], 0xb702, 0) or fail(125, "$id is not yours: $!");
  syscall($SETNS, $above + 0, 0) == 0 or fail(125, "$id is not yours: $!");
}
for my $group (@cgroup) {
  open(my $procs, '>', "$group/cgroup.procs") or next;    # best effort: the namespaces are what confines
  syswrite($procs, $$);
}
for my $space (@spaces) {
  syscall($SETNS, fileno($space), 0) == 0 or fail(125, "$id cannot be entered: $!");
}
$) = '0 0';
$( = 0;
($<, $>) = (0, 0);
fail(125, "$id: cannot become root inside: $!") unless $< == 0 && $> == 0;
for my $which (@LIMITS) {
  my $limit = pack('QQ', 0, 0);
  syscall($PRLIMIT, 0 + $pid, $which, 0, $limit) == 0 && syscall($PRLIMIT, 0, $which, $limit, 0);
}
syscall($PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
for my $capability (grep { !$KEPT{$_} } 0 .. LAST_CAP) {
  last if syscall($PRCTL, PR_CAPBSET_DROP, $capability, 0, 0, 0) < 0;
}

# With a terminal on both sides the command gets one of the sandbox's own, so that it has a name in there, Ctrl-C and Ctrl-Z
# mean the command alone, and nothing inside can put words into the mouth of the terminal outside.
my ($master, $slave, $before);
if (-t STDIN && -t STDOUT) {
  my $number = pack('i', 0);
  my $unlock = pack('i', 0);
  $before = "\0" x 64;
  open($master, '+<', '/dev/ptmx') && ioctl($master, 0x40045431, $unlock) && ioctl($master, 0x80045430, $number)
    && open($slave, '+<', '/dev/pts/' . unpack('i', $number)) && ioctl(STDIN, 0x5401, $before)
    or fail(125, "$id has no terminal to give: $!");
  resize();
}
my $child = fork // fail(125, "$id: fork: $!");
if (!$child) {
  if ($slave) {
    syscall($SETSID);
    ioctl($slave, 0x540e, 0);    # TIOCSCTTY
    close STDIN;
    open(STDIN,  '<&', $slave);
    open(STDOUT, '>&', $slave);
    open(STDERR, '>&', $slave);
  }
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
  exit $code;
}

for my $name (qw(HUP TERM USR1 USR2 INT QUIT)) {
  # From a terminal Ctrl-C reaches the command by itself.
  $SIG{$name} = -t STDIN && $name =~ /INT|QUIT/ ? 'IGNORE' : sub { kill $name, $child };
}
my $ended = $master ? relay() : (waitpid($child, 0), $?)[1];
exit($ended & 0x7f ? 128 + ($ended & 0x7f) : $ended >> 8);

sub resize {
  my $size = pack('S4', 0, 0, 0, 0);
  ioctl(STDIN, 0x5413, $size) && ioctl($master, 0x5414, $size);
}

# Carries bytes between the two terminals until the command has ended and all that it wrote is through.
sub relay {
  close $slave;
  my ($in, $out, $control, $local, @rest) = unpack('L4 a*', $before);
  # As cfmakeraw(3): every byte passes, none is acted upon here.
  my $raw = pack('L4 a*', $in & ~02753, $out & ~01, ($control & ~0460) | 060, $local & ~0100113, @rest);
  ioctl(STDIN, 0x5402, $raw);
  my ($status, $done);
  $SIG{WINCH} = \&resize;
  $SIG{CHLD} = sub { $done = 1 };
  my $open = 1;
  while (1) {
    if (!defined $status && waitpid($child, 1) == $child) {
      $status = $?;
    }
    my $ready = '';
    vec($ready, fileno(STDIN), 1) = 1 if $open && !defined $status;
    vec($ready, fileno($master), 1) = 1;
    my $count = select($ready, undef, undef, defined $status ? 0.02 : 1);
    last if defined $status && $count <= 0;
    next if $count <= 0;
    if (vec($ready, fileno($master), 1)) {
      sysread($master, my $bytes, 65536) or last;
      syswrite(STDOUT, $bytes);
    }
    if (vec($ready, fileno(STDIN), 1)) {
      if (sysread(STDIN, my $bytes, 65536)) { syswrite($master, $bytes) }
      else                                  { $open = 0 }
    }
  }
  waitpid($child, 0), $status = $? unless defined $status;
  ioctl(STDIN, 0x5402, $before);
  return $status;
}
