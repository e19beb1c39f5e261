package io.cloister.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTest {
  private static final Expected INGRESS = new Expected.Dropped("sg-in", "db");

  @Test
  void silenceIsNoDrop() {
    Seen silence = new Seen.Nothing("silent");
    assertThat(silence.is(INGRESS)).isFalse();
    assertThat(silence.is(new Expected.NoRoute())).isFalse();
    assertThat(silence.is(new Expected.Answered())).isFalse();
  }

  @Test
  void theGateAndWhoseItIsMustBeRight() {
    assertThat(new Seen.Dropped("sg-in", "db", "sg-1").is(INGRESS)).isTrue();
    assertThat(new Seen.Dropped("sg-in", "web", "sg-1").is(INGRESS)).isFalse();
    assertThat(new Seen.Dropped("sg-out", "db", "sg-1").is(INGRESS)).isFalse();
    assertThat(new Seen.Dropped("sg-in", "db", "").is(new Expected.NoRoute())).isFalse();
    assertThat(new Seen.Dropped("no-route", "", "").is(new Expected.NoRoute())).isTrue();
  }

  @Test
  void whatWasSeenIsSaid() {
    assertThat(new Seen.Answered("hello").text()).isEqualTo("answer: hello");
    assertThat(new Seen.Nothing("silent").text()).isEqualTo("nothing seen: silent");
    assertThat(new Seen.Dropped("sg-in", "db", "sg-1").text())
        .isEqualTo("drop by db's group sg-1, inbound");
    assertThat(new Seen.Dropped("no-route", "", "").text()).isEqualTo("drop, no route");
  }

  @Test
  void whatIsExpectedIsSaidInFewerWords() {
    assertThat(INGRESS.text()).isEqualTo("drop by db's group");
    assertThat(new Expected.Answered().text()).isEqualTo("answer");
    assertThat(new Expected.NoRoute().text()).isEqualTo("drop, no route");
  }

  @Test
  void aRefusalIsNoAnswer() {
    assertThat(new Seen.Refused().is(new Expected.Answered())).isFalse();
    assertThat(new Seen.Answered("hello").is(new Expected.Answered())).isTrue();
    assertThat(new Seen.Answered("hello").is(INGRESS)).isFalse();
  }
}
