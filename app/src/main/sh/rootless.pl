# Runs a command as root of a user and mount namespace of the user's own: rootless.pl RUN COMMAND ARGUMENT...
#
# A program with many threads, as a JVM is, can't enter a user namespace; so this happens before. The network namespace stays the
# machine's, for the server listens on loopback. All servers of a user share the namespaces, which a holder keeps: a process that
# outlives a server that was killed, so that the next finds its network again, and ends when no server runs and none has left
# anything. RUN is the folder that has a folder for each server, by its port; beside them lie "holder", the holder's pid and when
# it started, and two files to lock: "servers", shared by all that run, and "making".
use strict;
use warnings;
use constant { SH => 1, EX => 2, UN => 8, NEWNS => 0x20000, NEWUSER => 0x10000000, MS_REC => 16384, MS_SLAVE => 1 << 19 };

my %NUMBERS = (x86_64 => [272, 308, 165, 112], aarch64 => [97, 268, 40, 157]);
my ($UNSHARE, $SETNS, $MOUNT, $SETSID) = @{ $NUMBERS{ -e '/lib64/ld-linux-x86-64.so.2' ? 'x86_64' : 'aarch64' } };

my ($run, @command) = @ARGV;
sub fail { print STDERR "cloister: $_\n" for @_; exit 3 }
sub slurp { my ($file) = @_; open(my $f, '<', $file) or return ''; local $/; return <$f> // '' }
sub put {
  my ($file, $text) = @_;
  open(my $f, '>', $file) or die "$file: $!\n";
  syswrite($f, $text) // die "$file: $!\n";
  close $f;
}
sub start_time { my ($pid) = @_; return slurp("/proc/$pid/stat") =~ /\)((?: \S+){20})/ ? (split / /, $1)[20] : '' }
sub opened {
  my ($name) = @_;
  open(my $file, '>>', "$run/$name") or fail("$run/$name: $!");
  return $file;
}

my $path = '';
for my $part (grep { $_ ne '' } split m{/}, $run) {
  $path .= "/$part";
  mkdir $path, 0700;
}
-d $run && -O $run or fail("$run is not a folder of yours; set XDG_RUNTIME_DIR or CLOISTER_RUN to one");
my $servers = opened('servers');
flock($servers, SH) or fail("$run/servers: $!");
my $making = opened('making');
flock($making, EX) or fail("$run/making: $!");
my @spaces = spaces();
unless (@spaces) {
  make();
  @spaces = spaces();
}
@spaces or fail('the process that holds the namespaces has ended');
close $making;
my $directory = readlink '/proc/self/cwd';
for my $space (@spaces) {
  syscall($SETNS, fileno($space), 0) == 0 or fail("the namespaces of the user's servers can't be entered: $!");
}
chdir($directory // '/') or chdir '/';
fcntl($servers, 2, 0);    # F_SETFD: the lock lasts as long as the command
exec { $command[0] } @command or fail("$command[0]: $!");

# The user and the mount namespace of the holder, if there is one.
sub spaces {
  my ($pid, $start) = split ' ', slurp("$run/holder");
  return unless $pid && $start;
  my @open;
  for my $name (qw(user mnt)) {
    open(my $space, '<', "/proc/$pid/ns/$name") or return;
    push @open, $space;
  }
  # What was opened is of the process that has the pid now; is that the one that was meant?
  return start_time($pid) eq $start ? @open : ();
}

sub make {
  pipe(my $told, my $tell) && pipe(my $wait, my $go) or fail("pipe: $!");
  my $pid = fork // fail("fork: $!");
  if (!$pid) {
    close $_ for $told, $go, $making, $servers;
    my $held = eval { become($tell, $wait); 1 };
    syswrite($tell, $held ? 'r' : "e$@");
    exit 1 unless $held;
    close $_ for $tell, $wait;
    hold();
    exit 0;
  }
  close $_ for $tell, $wait;
  sysread($told, my $asked, 1);
  if (($asked // '') eq 'm') {
    eval { map_ids($pid); 1 } or refused($@);
    syswrite($go, 'm');
    sysread($told, $asked, 1);
  }
  if (($asked // '') ne 'r') {
    sysread($told, my $reason, 4000);
    refused($reason // 'it ended');
  }
  put("$run/holder", "$pid " . start_time($pid) . "\n");
}

sub become {
  my ($tell, $wait) = @_;
  syscall($SETSID);    # Ctrl-C in a terminal means the server
  chdir '/';
  open(STDIN,  '<', '/dev/null');
  open(STDOUT, '>', '/dev/null');
  open(STDERR, '>', '/dev/null');
  syscall($UNSHARE, NEWUSER) == 0 or die "$!\n";
  syswrite($tell, 'm');
  sysread($wait, my $mapped, 1) or die "the ids were not mapped\n";
  syscall($UNSHARE, NEWNS) == 0 or die "$!\n";
  my ($none, $root) = ('none', '/');
  syscall($MOUNT, $none, $root, $none, MS_REC | MS_SLAVE, 0) == 0 or die "mounting in it: $!\n";
  $0 = 'cloister: holds namespaces';
}

# Root inside is the user. The ids that /etc/subuid gives the user come after it, if newuidmap (Debian: uidmap) can map them; else
# there is just that one.
sub map_ids {
  my ($pid) = @_;
  my ($user, $group) = ($>, (split ' ', $))[0]);
  my ($uids, $count)  = range('/etc/subuid', $user);
  my ($gids, $others) = range('/etc/subgid', $user);
  if ($uids && $gids) {
    my $quiet = '>/dev/null 2>&1';
    my $most = $count < $others ? $count : $others;
    return if system("newgidmap $pid 0 $group 1 1 $gids $most $quiet") == 0 && system("newuidmap $pid 0 $user 1 1 $uids $most $quiet") == 0;
    print STDERR "cloister: newuidmap is missing or refuses, so instances have one user id (Debian's package uidmap brings it)\n";
  }
  my $mapped = slurp("/proc/$pid/gid_map") =~ /\d/;    # by newgidmap, before newuidmap refused
  unless ($mapped) {
    put("/proc/$pid/setgroups", 'deny');
    put("/proc/$pid/gid_map", "0 $group 1\n");
  }
  put("/proc/$pid/uid_map", "0 $user 1\n");
}

sub range {
  my ($file, $user) = @_;
  my $name = getpwuid($user) // '';
  for (split /\n/, slurp($file)) {
    return ($2, $3) if /^([^:]+):(\d+):(\d+)$/ && ($1 eq $name || $1 eq $user) && $3 > 0;
  }
  return;
}

sub refused {
  my ($reason) = @_;
  $reason =~ s/\s+\z//;
  my @advice = "an ordinary user's server needs a user namespace, and this machine refuses one: $reason.";
  my %wanted = (
    'kernel/unprivileged_userns_clone'                => [0, 1],
    'kernel/apparmor_restrict_unprivileged_userns'    => [1, 0],
    'user/max_user_namespaces'                        => [0, 10000],
  );
  for my $name (sort keys %wanted) {
    my ($bad, $good) = @{ $wanted{$name} };
    push @advice, 'Its administrator can allow them: sysctl -w ' . ($name =~ tr{/}{.}r) . "=$good"
      if slurp("/proc/sys/$name") =~ /^$bad$/m;
  }
  fail(@advice, 'Or run cloister as root, or with --no-packets for the API alone.');
}

# Waits until no server runs, without looking; and then for the next one, if the last left something.
sub hold {
  my $lock = opened('servers');
  while (flock($lock, EX)) {
    opendir(my $folder, $run) or return;
    if (!grep { /^\d+$/ } readdir $folder) {
      unlink "$run/holder";
      return;
    }
    closedir $folder;
    flock($lock, UN);
    sleep 2;
  }
}
