# One request, and what became of it, in a line: probe.pl PROTOCOL ADDRESS PORT SOURCE-PORT SECONDS
#   answered TEXT | refused | unreachable TEXT | silent
# perl, because every Debian machine has it, and because it tells a refusal from silence.
use strict;
use warnings;
use Socket;
use Errno qw(ECONNREFUSED ETIMEDOUT EINPROGRESS);

my ($protocol, $address, $port, $source, $seconds) = @ARGV;
my ($type, $number) = @{ { tcp => [SOCK_STREAM, 6], udp => [SOCK_DGRAM, 17], icmp => [SOCK_DGRAM, 1] }->{$protocol} };
my $to = sockaddr_in($protocol eq 'icmp' ? 0 : $port, inet_aton($address));
$SIG{ALRM} = sub { tell_them('silent') };
$SIG{PIPE} = 'IGNORE';
alarm $seconds;

socket(my $socket, PF_INET, $type, $number) or tell_them("unreachable $!");
# The source port (of a ping: the identifier) tells this request's packets from all others.
setsockopt($socket, SOL_SOCKET, SO_REUSEADDR, 1);
bind($socket, sockaddr_in($source, INADDR_ANY)) or tell_them("unreachable port $source: $!");
connect($socket, $to) or failed();
my $text = $protocol eq 'tcp' ? ($port == 5432 ? "hello\n" : "GET / HTTP/1.0\r\n\r\n") : 'hello';
$text = pack('CCnnna*', 8, 0, 0, 0, 1, 'hello') if $protocol eq 'icmp';
defined(syswrite($socket, $text)) or failed();

my $answer = '';
while (1) {
  my $got = sysread($socket, $answer, 65536, length $answer);
  failed() unless defined $got;
  last if !$got || $protocol ne 'tcp';
}
tell_them('answered pong') if $protocol eq 'icmp';
my ($last) = (grep { /\S/ } split /\r?\n/, $answer)[-1] // '';
tell_them($last eq '' ? 'silent' : "answered $last");

sub failed {
  tell_them($! == ECONNREFUSED ? 'refused' : $! == ETIMEDOUT ? 'silent' : "unreachable $!");
}

sub tell_them {
  my ($what) = @_;
  $| = 1;
  print "$what\n";
  exit 0;
}
