# Starts sandboxes: what has to be done before bubblewrap, by somebody who may still do it: start.pl ARCHITECTURE RUN DISKS ROOT.
# One such process serves a server: RUN is its run directory, its writable layers lie in DISKS, and root of its sandboxes is uid
# ROOT outside.
#
# It lives in a mount namespace of its own, whose tree is the machine's /usr, /dev and /proc, RUN as /run and DISKS as /disks:
# the way to them may lead through folders that only the server may enter, and what a child has to copy is short, while the
# server's tree has a mount for each network namespace. Whatever else it needs of the machine it finds by way of the server.
#
# For each sandbox a child gives up everything: it enters the network namespace, becomes an unprivileged uid, makes a user
# namespace of its own and in it a mount namespace that holds nothing but what the sandbox is made of. Only then is bubblewrap
# executed, so the machine's file tree is gone before the first program of the instance is even looked up. perl, because every
# Debian has it (perl-base is essential), and a shell can't map a range of ids or make an overlay in a user namespace.
#
# Questions come on stdin: a line with a number, lines "key value...", an empty line; paths are the server's own and hold no
# white space. Answers go to stdout, in any order: "NUMBER ready PID STARTTIME" (the sandbox's pid 1 as seen from here), or
# "NUMBER" and the reason. With "probe 1" it only tries whether overlays can be mounted.
use strict;
use warnings;

my %NUMBERS = (
  x86_64  => [308, 272, 165, 166, 155, 302, 112],
  aarch64 => [268, 97, 40, 39, 41, 261, 157],
);
my ($SETNS, $UNSHARE, $MOUNT, $UMOUNT, $PIVOT, $PRLIMIT, $SETSID) = @{ $NUMBERS{ $ARGV[0] } };
use constant { NEWNS => 0x20000, NEWUSER => 0x10000000, NEWNET => 0x40000000 };
use constant { MS_NOSUID => 2, MS_NODEV => 4, MS_BIND => 4096, MS_REC => 16384, MS_PRIVATE => 1 << 18, MNT_DETACH => 2 };
use constant { RLIMIT_DATA => 2, RLIMIT_CORE => 4, RLIMIT_NPROC => 6 };

my (undef, $run, $disks, $inside) = @ARGV;
my $server = '/proc/' . getppid() . '/root';
my (%set, @cgroup, @overlay, @bind, @wrap);

sub call {
  my ($what, $number, @args) = @_;
  my $result = syscall($number, @args);
  die "$what: $!\n" if $result < 0;
  return $result;
}
sub put {
  my ($file, $text) = @_;
  open(my $f, '>', $file) or die "$file: $!\n";
  syswrite($f, $text) // die "$file: $!\n";
  close $f;
}
sub limit {
  my ($which, $value) = @_;
  my $both = pack('QQ', $value, $value);
  call("limit $which", $PRLIMIT, 0, $which, $both, 0);
}
sub mount { my ($what, $at, $type, $flags, $data) = @_; call("mount $what on $at", $MOUNT, $what, $at, $type, $flags, $data) }
sub slurp { my ($file) = @_; open(my $f, '<', $file) or return ''; local $/; return <$f> // '' }
# The kernel takes no group here that the user namespace does not map.
sub last_group {
  my ($last) = sort { $b <=> $a } map { my ($from, $below, $count) = split ' '; $from + $count - 1 } split /\n/, slurp('/proc/self/gid_map');
  return $last < 2147483647 ? $last : 2147483647;
}
sub child_pid { return slurp($set{status}) =~ /"child-pid":\s*(\d+)/ ? $1 : 0 }
sub start_time { my ($pid) = @_; return slurp("/proc/$pid/stat") =~ /\)((?: \S+){20})/ ? (split / /, $1)[20] : '' }

# Where a path of the server's is in this process's tree.
sub here { my ($path) = @_; return $path =~ s{^\Q$disks\E(?=/|$)}{/disks}r =~ s{^\Q$run\E(?=/|$)}{/run}r }

# A tree on an empty file system: what is mounted there, and the links that a Debian has beside /usr.
sub plant {
  my ($root, $data, @directories) = @_;
  mount('stage', $root, 'tmpfs', MS_NOSUID | MS_NODEV, $data);
  mkdir "$root/$_" for qw(usr dev proc), @directories;
  symlink "usr/$_", "$root/$_" for grep { -l "/$_" } qw(bin sbin lib lib32 lib64 libx32);
  mount("/$_", "$root/$_", 'none', MS_BIND | MS_REC, 0) for qw(usr dev proc);
}
sub enter {
  my ($root) = @_;
  chdir $root or die "$root: $!\n";
  my $dot = '.';
  call('pivot_root', $PIVOT, $dot, $dot);
  call('umount', $UMOUNT, $dot, MNT_DETACH);
  chdir '/';
}
sub settle {
  local $SIG{CHLD} = 'DEFAULT';
  call('unshare mount', $UNSHARE, NEWNS);
  mount('none', '/', 'none', MS_REC | MS_PRIVATE, 0);
  my $root = "$run/stage";
  mkdir $root;
  plant($root, 'size=8m,mode=755', qw(run disks stage directories));
  mount($run,   "$root/run",   'none', MS_BIND, 0);
  mount($disks, "$root/disks", 'none', MS_BIND, 0);
  enter($root);
  # Root inside does not own the machine's files, but may put others beside or over them: the upper directories of /usr, those
  # that everybody may read, once more as his own. On a file system in memory, where making a directory costs nothing.
  open(my $find, '-|', qw(find /usr -xdev -maxdepth 3 -type d -perm -005 -printf), '%P\0') or die "find: $!\n";
  local $/ = "\0";
  while (my $directory = <$find>) {
    chomp $directory;
    mkdir "/directories/$directory", 0755;
    chown $inside, $inside, "/directories/$directory";
  }
}

# The child's side, in order. Each step takes something away that an earlier one needed.
sub become {
  my ($tell, $wait, $ready, $status, $console) = @_;
  call('setsid', $SETSID);
  open(STDIN, '<', '/dev/null') or die "/dev/null: $!\n";
  if (!$set{probe}) {
    open(my $net, '<', "$server$set{netns}") or die "$set{netns}: $!\n";
    call('setns', $SETNS, fileno($net), NEWNET);
    # The sandbox has no rights over its network namespace; these two are what root of a machine takes for granted.
    put('/proc/sys/net/ipv4/ip_unprivileged_port_start', "0\n");
    put('/proc/sys/net/ipv4/ping_group_range', "0 " . last_group() . "\n");
  }

  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NPROC, $set{processes}) if $set{processes};
  limit(RLIMIT_DATA, $set{data}) if $set{data};
  if ($set{owner}) {    # the owner of the user namespace: all processes below count against its RLIMIT_NPROC
    $) = "$set{owner} $set{owner}";
    $( = $set{owner};
    ($<, $>) = ($set{owner}, $set{owner});
    die "uid $set{owner}: $!\n" unless $< == $set{owner} && $> == $set{owner} && $) eq "$set{owner} $set{owner}";
  }
  call('unshare user', $UNSHARE, NEWUSER);
  syswrite($tell, 'm');
  sysread($wait, my $mapped, 1) or die "the ids were not mapped\n";
  if ($set{owner} || $set{count} > 1) {
    $) = '0 0';
    $( = 0;
    ($<, $>) = (0, 0);
  }
  die "not root inside\n" unless $< == 0 && $> == 0;
  put('/proc/sys/user/max_user_namespaces', "0\n");

  call('unshare mount', $UNSHARE, NEWNS);
  mount('none', '/', 'none', MS_REC | MS_PRIVATE, 0);
  my $root = '/stage';
  plant($root, 'size=64k,mode=755', qw(tmp image));
  for (@overlay) {
    my ($at, $lower, $upper, $work) = @$_;
    my $layer = $upper ? ",upperdir=$upper,workdir=$work" : '';
    mount('layer', "$root/image$at", 'overlay', MS_NOSUID | MS_NODEV, "lowerdir=$lower$layer,userxattr");
  }
  return if $set{probe};
  for (@bind) {
    my ($at, $from) = @$_;
    if (-d $from) { mkdir "$root$at" }
    else          { open(my $f, '>', "$root$at") or die "$root$at: $!\n" }
    mount($from, "$root$at", 'none', MS_BIND | MS_REC, 0);
  }
  enter($root);

  %ENV = (PATH => '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LANG => 'C.UTF-8', HOME => '/root');
  fcntl($_, 2, 0) for $ready, $status;    # F_SETFD: these two are for bubblewrap and the sandbox's init
  open(STDOUT, '>&', $console) or die "console: $!\n";
  open(STDERR, '>&', $console) or die "console: $!\n";
  # The arguments go through a pipe, so that the process list inside shows none of them.
  pipe(my $args, my $write) or die "pipe: $!\n";
  fcntl($args, 2, 0);
  print $write join("\0", '--json-status-fd', fileno($status), @wrap), "\0";
  close $write;
  no warnings 'exec';
  exec { '/usr/bin/bwrap' } 'bwrap', '--args', fileno($args), '--', '/bin/sh', '/run/cloister/init', fileno($ready);
  die "bwrap: $!\n";
}

# The side that keeps its rights, as long as it takes to map the ids and to hear that the sandbox is up.
sub start {
  # First, so that its number has one digit: dash knows no other.
  pipe(my $up, my $ready) or die "pipe: $!\n";
  $set{$_} //= '/dev/null' for qw(status console);
  open(my $status, '>', $set{status}) or die "$set{status}: $!\n";
  open(my $console, '>>', $set{console}) or die "$set{console}: $!\n";
  pipe(my $told, my $tell) && pipe(my $wait, my $go) or die "pipe: $!\n";
  my $pid = fork // die "fork: $!\n";
  if (!$pid) {
    close $_ for $told, $go, $up;
    eval { become($tell, $wait, $ready, $status, $console); 1 } or syswrite($tell, "e$@");
    exit 0;
  }
  close $_ for $tell, $wait, $ready;

  my $failed = sub {
    my ($why) = @_;
    my $reason = '';
    sysread($told, $reason, 4000);
    my $inner = child_pid();
    kill 'KILL', $pid, $inner || ();
    waitpid($pid, 0);
    die "$why: " . ($reason =~ s/^e//r) . substr(slurp($set{console}), -2000) . "\n";
  };
  $SIG{ALRM} = sub { $failed->('it did not come up in 30 s') };
  alarm 30;
  sysread($told, my $asked, 1);
  if (($asked // '') eq 'm') {
    put("$server$_/cgroup.procs", "$pid\n") for @cgroup;
    put("/proc/$pid/uid_map", "0 $set{base} $set{count}\n");
    put("/proc/$pid/gid_map", "0 $set{base} $set{count}\n");
    syswrite($go, 'm');
  } else {
    $failed->('it could not be prepared');
  }
  if ($set{probe}) {
    my $reason = '';
    sysread($told, $reason, 4000) and die substr($reason, 1);
    waitpid($pid, 0);
    return 'ready 0 0';
  }
  sysread($up, my $byte, 1) or $failed->('it did not come up');
  my $inner = child_pid() or $failed->('bubblewrap did not name its child');
  my $time  = start_time($inner);
  my $line  = join(' ', $inner, $time, $set{base}, @cgroup) . "\n";
  put("$set{record}.new", $line);
  rename("$set{record}.new", $set{record}) or $failed->("$set{record}: $!");
  return "ready $inner $time";
}

syscall(436, 3, 0x7fffffff, 0);    # close_range, the same number everywhere: nothing of the server's goes into a sandbox
syscall($SETSID);                  # Ctrl-C in a terminal means the server
$SIG{CHLD} = 'IGNORE';
my $unsettled = eval { settle(); 1 } ? '' : $@;
while (defined(my $number = <STDIN>)) {
  chomp $number;
  %set = ();
  @cgroup = @overlay = @bind = @wrap = ();
  while (defined(my $line = <STDIN>)) {
    chomp $line;
    last if $line eq '';
    my ($key, $value) = split / /, $line, 2;
    if    ($key eq 'cgroup')  { push @cgroup, $value }
    elsif ($key eq 'netns')   { $set{netns} = $value }
    elsif ($key eq 'overlay') {
      my ($at, $lower, @layer) = split / /, $value;
      push @overlay, [$at, join(':', map { here($_) } split /:/, $lower), map { here($_) } @layer];
    }
    elsif ($key eq 'bind')    { push @bind, [map { here($_) } split / /, $value] }
    elsif ($key eq 'arg')     { push @wrap, $value }
    elsif ($key =~ /^(?:status|console|record)$/) { $set{$key} = here($value) }
    else                      { $set{$key} = $value }
  }
  if ($unsettled) {
    syswrite(STDOUT, "$number $unsettled");
    next;
  }
  my $worker = fork;
  next if $worker;
  $SIG{CHLD} = 'DEFAULT';
  my $answer = defined $worker ? eval { start() } // $@ : "fork: $!";
  $answer =~ s/\s*\z//;
  $answer =~ s/\s*\n\s*/; /g;
  syswrite(STDOUT, "$number $answer\n");
  exit 0 if defined $worker;
}
