package io.cloister.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThisMachineTest {
  private static final String ROOT = "overlay / overlay ro,relatime 0 0";
  private static final String PROC = "proc /proc proc rw,nosuid,nodev,noexec 0 0";
  private static final String SYS = "proc /proc/sys proc ro,nosuid,nodev,noexec 0 0";

  @Test
  void containerHidesSettingsBehindReadOnlyMount() {
    assertThat(ThisMachine.readOnly(List.of(ROOT, PROC, SYS))).isTrue();
  }

  @Test
  void readOnlyRootOrOtherPartOfProcIsNoMatter() {
    String other = "proc /proc/sysrq-trigger proc ro 0 0";
    assertThat(ThisMachine.readOnly(List.of(ROOT, PROC, other))).isFalse();
  }

  @Test
  void laterMountCounts() {
    String again = "proc /proc/sys proc rw 0 0";
    assertThat(ThisMachine.readOnly(List.of(ROOT, PROC, SYS, again))).isFalse();
  }
}
