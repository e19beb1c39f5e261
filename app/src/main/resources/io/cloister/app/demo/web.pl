#!/usr/bin/perl
# The public tier: answers HTTP on port 80 with what one of the services answers, each in its turn.
use strict;
use warnings;
use IO::Socket::INET;

my @services = qw(@SERVICES@);
$SIG{CHLD} = 'IGNORE';
my $listener = IO::Socket::INET->new(LocalPort => 80, Listen => 64, ReuseAddr => 1) or die "port 80: $!";
exit if fork;
print "web: listening on tcp/80\n";
for (my $turn = 0; my $client = $listener->accept; $turn++) {
  next if fork;
  while (defined(my $line = <$client>)) { last if $line !~ /\S/ }
  my $answer = ask($services[$turn % @services]);
  print $client "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nweb > $answer\n";
  exit;
}

sub ask {
  my ($address) = @_;
  my $service = IO::Socket::INET->new(PeerAddr => $address, PeerPort => 8080, Timeout => 2) or return "no service: $!";
  print $service "GET / HTTP/1.0\r\n\r\n";
  my $answer = (grep { /\S/ } <$service>)[-1] // return 'the service says nothing';
  chomp $answer;
  return $answer;
}
