package io.cloister.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DroppedPacketTest {
  private static final Host WEB = new Host("web", "i-1", "10.0.0.4", Optional.of("198.18.0.1"));
  private static final Host DB = new Host("db", "i-2", "10.0.20.4", Optional.empty());

  @Test
  void aRequestIsKnownByItsPorts() {
    Probe probe = new Probe(WEB, DB, "tcp", 5432, new Expected.Answered(), "");
    assertThat(isOf("tcp 10.0.0.4:20001 > 10.0.20.4:5432", probe)).isTrue();
    assertThat(isOf("tcp 10.0.0.4:20002 > 10.0.20.4:5432", probe)).isFalse();
    assertThat(isOf("tcp 10.0.0.4:20001 > 10.0.20.4:80", probe)).isFalse();
    assertThat(isOf("udp 10.0.0.4:20001 > 10.0.20.4:5432", probe)).isFalse();
    assertThat(isOf("tcp 10.0.0.9:20001 > 10.0.20.4:5432", probe)).isFalse();
    assertThat(isOf("tcp 10.0.20.4:5432 > 10.0.0.4:20001", probe)).as("the answer").isFalse();
  }

  @Test
  void behindTheGatewayTheTargetIsPrivate() {
    Probe probe = new Probe(Site.INTERNET, WEB, "tcp", 22, new Expected.Answered(), "");
    assertThat(isOf("tcp 203.0.113.10:20001 > 10.0.0.4:22", probe)).isTrue();
    assertThat(isOf("tcp 203.0.113.10:20001 > 198.18.0.1:22", probe)).isTrue();
  }

  @Test
  void aPingHasNoPorts() {
    Probe probe = new Probe(WEB, DB, "icmp", 0, new Expected.Answered(), "");
    assertThat(isOf("icmp 10.0.0.4 > 10.0.20.4", probe)).isTrue();
    assertThat(isOf("icmp 10.0.0.4 > 10.0.20.4 type 8", probe)).isTrue();
    assertThat(isOf("icmp 10.0.20.4 > 10.0.0.4", probe)).isFalse();
  }

  @Test
  void whatIsOtherwiseIsNobodys() {
    assertThat(DroppedPacket.of("an arp of some kind")).isEmpty();
  }

  private static boolean isOf(String text, Probe probe) {
    return DroppedPacket.of(text).orElseThrow().isOf(probe, 20_001);
  }
}
