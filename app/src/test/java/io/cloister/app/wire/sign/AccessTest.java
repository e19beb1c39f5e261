package io.cloister.app.wire.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.app.wire.Listen;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("keys"), content);
  }

  @Test
  void keysAreReadWithTheirAccounts() throws IOException {
    Access.Keys keys =
        Access.read(
            file("# ours\n\n AKID  s3cr3t/+= 123456789012 \n210987654321\tother\nAKIX third\n"));
    assertThat(keys.byId())
        .containsOnlyKeys("AKID", "210987654321", "AKIX")
        .containsEntry("AKID", new Access.Key("s3cr3t/+=", "123456789012"))
        .containsEntry("210987654321", new Access.Key("other", "210987654321"))
        .containsEntry("AKIX", new Access.Key("third", "000000000000"));
    assertThat(keys.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutShowingIt() throws IOException {
    Path one = file("AKID secret\nhush\n");
    assertThatThrownBy(() -> Access.read(one))
        .hasMessageContaining("keys:2")
        .hasMessageNotContaining("hush");
    Path account = file("AKID secret 12345");
    assertThatThrownBy(() -> Access.read(account)).hasMessageContaining("twelve digits");
    Path none = file("# nothing");
    assertThatThrownBy(() -> Access.read(none)).hasMessageContaining("holds no key");
  }

  @Test
  void nobodyListensToTheWorldWithoutKeys() throws IOException {
    InetAddress any = InetAddress.ofLiteral("0.0.0.0");
    assertThatThrownBy(() -> new Listen(any, 4566, new Access.Open()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without keys");
    Access keys = Access.read(file("AKID secret"));
    assertThat(new Listen(any, 4566, keys).port()).isEqualTo(4566);
    assertThat(new Listen(InetAddress.ofLiteral("::1"), 0, new Access.Open()).port()).isZero();
  }
}
