#!/usr/bin/perl
# A service: answers HTTP on port 8080 with what the database says, and counts what comes to UDP port 8125.
use strict;
use warnings;
use IO::Socket::INET;

my ($name, $database) = ('@NAME@', '@DATABASE@');
$SIG{CHLD} = 'IGNORE';
my $listener = IO::Socket::INET->new(LocalPort => 8080, Listen => 64, ReuseAddr => 1) or die "port 8080: $!";
my $counter = IO::Socket::INET->new(LocalPort => 8125, Proto => 'udp') or die "port 8125: $!";
exit if fork;
print "$name: listening on tcp/8080 and udp/8125\n";

if (!fork) {
  for (my $count = 1; defined $counter->recv(my $message, 1500); $count++) {
    $counter->send("$name: counted $count");
  }
  exit;
}
while (my $client = $listener->accept) {
  next if fork;
  while (defined(my $line = <$client>)) { last if $line !~ /\S/ }
  my $answer = ask();
  print $client "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n$name > $answer\n";
  exit;
}

sub ask {
  my $db = IO::Socket::INET->new(PeerAddr => $database, PeerPort => 5432, Timeout => 2) or return "no database: $!";
  print $db "how many?\n";
  my $answer = <$db> // return 'the database says nothing';
  chomp $answer;
  return $answer;
}
