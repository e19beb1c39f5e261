# Waits until something listens on a TCP port of this machine, at most ten seconds: wait.pl PORT
use strict;
use warnings;
use IO::Socket::INET;

for (1 .. 500) {
  exit 0 if IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $ARGV[0], Timeout => 1);
  select undef, undef, undef, 0.02;
}
print "nothing listens on port $ARGV[0]\n";
exit 1;
