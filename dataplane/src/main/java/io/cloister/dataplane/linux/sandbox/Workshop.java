package io.cloister.dataplane.linux.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is made once for all sandboxes of a server, when the first of them starts: the image below
 * their layers, and the knowledge whether this kernel lets them have layers.
 *
 * @param image the common file tree
 * @param overlays whether overlayfs works in a user namespace over the server's file system; if
 *     not, each sandbox gets a copy of the image, and of /usr only /usr/local can be written
 */
record Workshop(Image image, boolean overlays) {
  private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

  /**
   * Where {@code start.pl} has the directories of /usr once more, as those of root inside, who may
   * put files into them.
   */
  private static final String DIRECTORIES = "/directories";

  static Workshop open(Path run, Layers layers, Starter starter) throws IOException {
    Path directory = run.resolve("image");
    if (!Files.isDirectory(directory)) {
      Path fresh = run.resolve("image.new");
      Trees.delete(fresh);
      Image.make(fresh, layers.identity());
      Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    }
    Image image = Image.in(directory);
    return new Workshop(image, overlaysWork(image, layers, starter));
  }

  private static boolean overlaysWork(Image image, Layers layers, Starter starter)
      throws IOException {
    Path trial = layers.directory().resolve(".trial");
    Trees.delete(trial);
    for (String name : List.of("upper", "work")) {
      Files.createDirectories(trial.resolve(name));
    }
    Trees.own(trial, layers.identity().base());
    SandboxId id = new SandboxId("trial");
    Arguments arguments = new Arguments().set("probe", "1");
    Sandboxes.identify(arguments, id, layers.identity());
    arguments.set("overlay", " " + overlay(image.root(), trial));
    try {
      starter.start(id, arguments);
      return true;
    } catch (SandboxException e) {
      LOG.info(
          "no overlays on {}, so each instance gets a copy of the image: {}",
          layers.directory(),
          e.getMessage());
      return false;
    } finally {
      Trees.delete(trial);
    }
  }

  private static String overlay(Path lower, Path layer) {
    return lower + " " + layer.resolve("upper") + " " + layer.resolve("work");
  }

  /** Makes the layer of a sandbox if it has none, and says how to mount it. */
  void prepare(SandboxSpec spec, Layers layers, Arguments arguments) throws IOException {
    layers.make(spec, overlays ? Optional.empty() : Optional.of(image));
    Path layer = layers.of(spec.id());
    arguments.wrap("--bind", "/image", "/");
    if (overlays) {
      arguments.set("overlay", " " + overlay(image.root(), layer));
      arguments.set(
          "overlay",
          "/usr %s:%s:/usr %s %s"
              .formatted(
                  image.commands(), DIRECTORIES, layer.resolve("usr"), layer.resolve("usr.work")));
    } else {
      arguments.set("bind", "/image " + layer.resolve("upper"));
      arguments.set("bind", "/local " + layer.resolve("local"));
      arguments.wrap("--ro-bind", "/usr", "/usr", "--bind", "/local", "/usr/local");
    }
  }
}
