# A web site of the simulated internet, on port 80, until it is killed.
use strict;
use warnings;
use IO::Socket::INET;

my $listener = IO::Socket::INET->new(LocalPort => 80, Listen => 64, ReuseAddr => 1) or die "port 80: $!";
while (my $client = $listener->accept) {
  while (defined(my $line = <$client>)) { last if $line !~ /\S/ }
  print $client "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nthe internet sees " . $client->peerhost . "\n";
}
