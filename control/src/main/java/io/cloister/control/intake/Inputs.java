package io.cloister.control.intake;

import io.cloister.control.intake.dump.Documents;
import io.cloister.control.intake.dump.Dumps;
import io.cloister.control.intake.report.Intake;
import io.cloister.control.intake.report.Tally;
import io.cloister.control.intake.tree.Tree;
import io.cloister.control.intake.tree.Trees;
import io.cloister.control.intake.tree.Unreadable;
import io.cloister.control.region.Regions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a file or a folder as a network; its contents tell what it is. No document makes it fail:
 * what can't be understood is among the problems.
 */
public final class Inputs {
  /** Folders with more files than this are somebody's home, not a dump. */
  private static final int MOST_FILES = 20_000;

  private Inputs() {}

  /**
   * Reads what is at a path.
   *
   * @throws IOException when it isn't there or can't be read, or when nothing in it is of a kind
   *     that is known: the message says so
   */
  public static Intake read(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException(path + " is not there");
    }
    Tally tally = new Tally();
    Documents answers = new Documents(tally);
    int recognised = 0;
    for (Path file : files(path)) {
      recognised += answers(path, file, answers, tally) ? 1 : 0;
    }
    if (recognised == 0) {
      throw new IOException(
          path
              + " holds no network in a form that is known: answers of aws ec2 describe-…"
              + tally.problems().stream().findFirst().map(p -> " (" + p + ")").orElse(""));
    }
    return Dumps.read("answers of AWS", answers.items(), tally);
  }

  private static boolean answers(Path root, Path file, Documents answers, Tally tally)
      throws IOException {
    String name = file.toString();
    try {
      boolean some = false;
      for (Tree document : Trees.read(file, name)) {
        some |= Documents.recognises(document);
        answers.add(document, region(root, file));
      }
      return some;
    } catch (Unreadable e) {
      tally.problem(e);
      return false;
    }
  }

  /** What the folders that a file is in say about its region. */
  private static Optional<String> region(Path root, Path file) {
    for (Path folder = file.toAbsolutePath().getParent();
        folder != null && folder.startsWith(root.toAbsolutePath());
        folder = folder.getParent()) {
      Path name = folder.getFileName();
      if (name != null && Regions.find(name.toString()).isPresent()) {
        return Optional.of(name.toString());
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(Inputs::document)
              .limit(MOST_FILES)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException(
            path + " holds no file whose name ends in .json, .yaml, .yml or .template");
      }
      return files;
    }
  }

  private static boolean document(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(".json", ".yaml", ".yml", ".template", ".tfstate").anyMatch(name::endsWith);
  }
}
