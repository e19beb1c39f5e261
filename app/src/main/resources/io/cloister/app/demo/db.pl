#!/usr/bin/perl
# The database: a line in on port 5432, a line out.
use strict;
use warnings;
use IO::Socket::INET;

my $listener = IO::Socket::INET->new(LocalPort => 5432, Listen => 64, ReuseAddr => 1) or die "port 5432: $!";
exit if fork;    # the boot goes on without us
print "db: listening on tcp/5432\n";
for (my $asked = 1; my $client = $listener->accept; $asked++) {
  $client->timeout(2);
  my $query = <$client> // next;
  print $client "db, query $asked\n";
}
