package io.cloister.dataplane.kernel.nft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.PortRange;
import io.cloister.model.ip.Prefix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void addressesAboveTheSignBitSortLast() {
    assertThat(Value.of(IpAddress.of("200.0.0.1")))
        .isGreaterThan(Value.of(IpAddress.of("10.0.0.1")));
    assertThat(Value.of(IpAddress.of("fe80::1")))
        .isGreaterThan(Value.of(IpAddress.of("2001:db8::1")));
  }

  @Test
  void aNumberMustFit() {
    assertThatThrownBy(() -> Value.port(65536)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Value.port(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Value.ifname("sixteen-letters-"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linkNamesKeepTheirLetters() {
    for (String name : List.of("a", "eni-0123", "eni-01234567", "fifteen-letters")) {
      assertThat(Value.ifname(name).toString()).isEqualTo('"' + name + '"');
    }
  }

  @Test
  void spansKnowWhetherTheyArePrefixes() {
    for (String cidr :
        List.of("10.0.0.0/8", "0.0.0.0/0", "1.2.3.4/32", "2001:db8::/32", "::/0", "fe80::/65")) {
      Span span = Span.of(Prefix.of(cidr));
      assertThat(span.prefixLength()).as(cidr).isEqualTo(Prefix.of(cidr).length());
    }
    assertThat(Span.of(new PortRange(80, 90)).prefixLength()).isEqualTo(-1);
    assertThat(Span.of(new PortRange(1, 2)).prefixLength()).isEqualTo(-1);
    assertThat(Span.of(new PortRange(2, 3)).prefixLength()).isEqualTo(15);
  }

  @Test
  void theNextValueCarries() {
    assertThat(Value.of(IpAddress.of("10.0.0.255")).next())
        .isEqualTo(Value.of(IpAddress.of("10.0.1.0")));
    assertThat(Value.of(IpAddress.of("2001:db8::ffff:ffff:ffff:ffff")).next())
        .isEqualTo(Value.of(IpAddress.of("2001:db8:0:1::")));
    assertThat(Value.max(Type.MARK).next()).isEqualTo(Value.mark(0));
  }

  @Test
  void namesThatNftCannotReadAreRefused() {
    assertThatThrownBy(() -> new ChainName("1st")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SetName("a b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cause("a\"b")).isInstanceOf(IllegalArgumentException.class);
  }
}
