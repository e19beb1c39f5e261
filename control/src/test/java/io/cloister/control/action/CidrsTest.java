package io.cloister.control.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.support.Cidrs;
import io.cloister.model.ip.Prefix;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/16 | 24 | '' | 10.0.0.0/24",
        "10.0.0.0/16 | 24 | 10.0.0.0/24 | 10.0.1.0/24",
        "10.0.0.0/16 | 24 | 10.0.0.128/28 | 10.0.1.0/24",
        "10.0.0.0/16 | 24 | 10.0.1.0/24 10.0.0.0/24 | 10.0.2.0/24",
        "10.0.0.0/16 | 24 | 10.0.0.0/24 10.0.2.0/24 | 10.0.1.0/24",
        "10.0.0.0/16 | 24 | 10.0.0.0/17 | 10.0.128.0/24",
        "10.0.0.0/16 | 17 | 10.0.0.0/28 | 10.0.128.0/17",
        "10.0.0.0/16 | 17 | 10.0.0.0/28 10.0.200.0/28 | none",
        "10.0.0.0/16 | 24 | 10.0.0.0/8 | none",
        "10.0.0.0/16 | 15 | '' | none",
        "10.0.0.0/16 | 16 | '' | 10.0.0.0/16",
        "10.0.0.0/16 | 24 | 11.0.0.0/24 9.0.0.0/24 | 10.0.0.0/24",
        "0.0.0.0/0 | 1 | 0.0.0.0/1 128.0.0.0/1 | none",
        "255.255.255.0/24 | 25 | 255.255.255.0/25 255.255.255.128/25 | none",
        "2001:db8::/32 | 56 | 2001:db8::/56 2001:db8:0:200::/56 | 2001:db8:0:100::/56",
        "ff00::/8 | 9 | ff00::/9 ff80::/9 | none"
      })
  void theFirstFreeBlock(String inside, int length, String taken, String expected) {
    List<Prefix> blocks =
        taken.isEmpty() ? List.of() : Stream.of(taken.split(" ", -1)).map(Prefix::of).toList();
    assertThat(Cidrs.free(Prefix.of(inside), length, blocks).map(Prefix::toString).orElse("none"))
        .isEqualTo(expected);
  }
}
