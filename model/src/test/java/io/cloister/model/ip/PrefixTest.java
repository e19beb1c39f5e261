package io.cloister.model.ip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTest {

  @ParameterizedTest
  @CsvSource({
    "100.68.0.18/18, 100.68.0.0/18, 100.68.63.255",
    "0.0.0.0/0, 0.0.0.0/0, 255.255.255.255",
    "10.1.2.3/32, 10.1.2.3/32, 10.1.2.3",
    "2001:db8:0:0:1::5/64, 2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff",
    "2001:DB8::1/128, 2001:db8::1/128, 2001:db8::1",
    "::ffff:10.0.0.1/128, ::ffff:a00:1/128, ::ffff:a00:1",
    "fe80::/10, fe80::/10, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
  })
  void readsClearsAndWrites(String text, String canonical, String last) {
    Prefix prefix = Prefix.of(text);
    assertThat(prefix).hasToString(canonical).isEqualTo(Prefix.of(canonical));
    assertThat(prefix.last()).hasToString(last);
    assertThat(prefix.contains(prefix.last())).isTrue();
    assertThat(prefix.contains(prefix.last().plus(1))).isEqualTo(prefix.length() == 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0/8",
        "10.0.0.0.0/8",
        "10.0.0.256/8",
        "10.0.0.00/8",
        "10.0.0.0/08",
        "10.0.0.0/-1",
        "::/129",
        ":::/1",
        "1::2::3/4",
        "1:2:3:4:5:6:7/8",
        "1:2:3:4:5:6:7:8:9/8",
        "g::/8",
        "12345::/8",
        "::1.2.3/64",
        "1:2:3:4:5:6:7::8/64",
        "٣.0.0.0/8"
      })
  void refusesWhatIsNoCidr(String text) {
    assertThat(Prefix.parse(text)).isEmpty();
  }

  @Test
  void knowsOverlaps() {
    Prefix wide = Prefix.of("10.0.0.0/8");
    assertThat(wide.overlaps(Prefix.of("10.20.0.0/16"))).isTrue();
    assertThat(Prefix.of("10.20.0.0/16").overlaps(wide)).isTrue();
    assertThat(wide.overlaps(Prefix.of("11.0.0.0/8"))).isFalse();
    assertThat(wide.overlaps(Prefix.ALL_IPV6)).isFalse();
    assertThat(Prefix.ALL_IPV4.contains(wide)).isTrue();
  }

  @Test
  void writesIpv6AsRfc5952Says() {
    assertThat(IpAddress.of("0:0:1:0:0:0:1:0")).hasToString("0:0:1::1:0");
    assertThat(IpAddress.of("1:0:2:3:4:5:6:7")).hasToString("1:0:2:3:4:5:6:7");
    assertThat(IpAddress.of("::")).hasToString("::");
    assertThat(IpAddress.of("1::")).hasToString("1::");
  }
}
