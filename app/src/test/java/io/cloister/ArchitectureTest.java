package io.cloister;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The third lock on the rooms: what Maven's arrows and module descriptors cannot see. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.cloister");

  @Test
  void thereIsSomethingToCheck() {
    for (String room : List.of("model", "control", "forwarding", "advice", "dataplane", "app")) {
      assertThat(CLASSES.stream().filter(c -> c.getPackageName().startsWith("io.cloister." + room)))
          .as("classes imported of the room %s", room)
          .hasSizeGreaterThan(3);
    }
    assertThat(CLASSES.size()).isGreaterThan(150);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.cloister.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theThinkingRoomsDoNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.cloister.model..", "io.cloister.forwarding..", "io.cloister.advice..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.sql..",
            "java.util.logging..",
            "java.util.random..",
            "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.util.Random.class, ProcessBuilder.class, Thread.class)
        .check(CLASSES);
  }

  /** A moment is a value like any other; reading the clock is not. */
  @Test
  void theThinkingRoomsReadNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.cloister.model..", "io.cloister.forwarding..", "io.cloister.advice..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, InstantSource.class)
        .orShould()
        .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
        .orShould()
        .callMethodWhere(
            target(owner(type(System.class)))
                .and(target(nameMatching("currentTimeMillis|nanoTime"))))
        .check(CLASSES);
  }

  @Test
  void onlyTheLinuxRoomTouchesTheKernel() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cloister.dataplane.linux..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.foreign..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class)
        .check(CLASSES);
  }

  @Test
  void nettyStaysInServices() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cloister.services..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..")
        .check(CLASSES);
  }

  @Test
  void noSourceFileIsLongerThanFiveHundredLines() throws IOException {
    Path root = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> sources =
          files
              .filter(f -> f.toString().endsWith(".java") && !f.toString().contains("/target/"))
              .toList();
      assertThat(sources.size()).isGreaterThan(150);
      for (Path source : sources) {
        try (Stream<String> lines = Files.lines(source)) {
          assertThat(lines.count()).as("lines of %s", root.relativize(source)).isLessThan(501);
        }
      }
    }
  }
}
