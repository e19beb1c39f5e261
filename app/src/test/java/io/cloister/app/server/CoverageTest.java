package io.cloister.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Action;
import io.cloister.control.action.support.PublicPools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of actions that people read is the list of actions that there are. */
class CoverageTest {
  private static final Pattern LIST = Pattern.compile("(?s)\\*\\*(\\w+)\\*\\*:\\s(.*?)\\n\\n");

  @Test
  void everyActionIsListedAndNoOther() throws IOException {
    Map<String, TreeSet<String>> there = new TreeMap<>();
    for (Action<?, ?> action :
        Catalogue.actions(new NoPackets(_ -> {}), PublicPools.USUAL.elasticIps())) {
      String service =
          action.request().getPackageName().replaceAll(".*services\\.(\\w+)\\..*", "$1");
      there
          .computeIfAbsent(service, _ -> new TreeSet<>())
          .add(action.request().getSimpleName().replaceAll("Request$", ""));
    }
    Map<String, TreeSet<String>> listed = new TreeMap<>();
    Matcher lists = LIST.matcher(Files.readString(Path.of("../docs/coverage.md")) + "\n\n");
    while (lists.find()) {
      TreeSet<String> names = new TreeSet<>();
      for (String name : lists.group(2).split("[,\\s]+", -1)) {
        names.add(name);
      }
      listed.put(lists.group(1), names);
    }
    assertThat(listed).isEqualTo(there);
  }
}
