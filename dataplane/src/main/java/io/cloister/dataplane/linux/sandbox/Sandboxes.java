package io.cloister.dataplane.linux.sandbox;

import io.cloister.dataplane.linux.system.Processes;
import io.cloister.dataplane.linux.system.SystemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The sandboxes of one server. They are no children of it and outlive it; what is needed to find
 * them again, and to enter them without the server, lies in its run directory:
 *
 * <ul>
 *   <li>{@code exec/ID}: one line, {@code PID STARTTIME BASE CGROUP...}, there exactly while it
 *       runs
 *   <li>{@code sandbox/ID}: its console, its power button, bubblewrap's status
 *   <li>{@code image}, {@code bin}: what all share
 * </ul>
 *
 * <p>Thread-safe; calls about the same sandbox wait for each other.
 */
public final class Sandboxes implements AutoCloseable {
  private static final int SIGKILL = 9;

  private final Path run;
  private final Layers layers;
  private final ControlGroups groups;
  private final Starter starter;
  private final Exits exits;
  private final Consumer<SandboxExit> onExit;
  private final ConcurrentMap<SandboxId, Object> locks = new ConcurrentHashMap<>();
  private final ConcurrentMap<SandboxId, Held> held = new ConcurrentHashMap<>();
  private volatile Optional<Workshop> workshop = Optional.empty();

  /** A running sandbox, and whether its end was asked for. */
  private static final class Held {
    private final RunningSandbox sandbox;
    private final Exits.Watched watched;
    private volatile boolean dismissed;

    private Held(RunningSandbox sandbox, Exits.Watched watched) {
      this.sandbox = sandbox;
      this.watched = watched;
    }
  }

  private Sandboxes(
      Path run,
      Layers layers,
      ControlGroups groups,
      Starter starter,
      Consumer<SandboxExit> onExit) {
    this.run = run;
    this.layers = layers;
    this.groups = groups;
    this.starter = starter;
    this.onExit = onExit;
    this.exits = new Exits();
  }

  /**
   * Opens the sandboxes of a server and adopts those that run already. Those that ended while
   * nobody looked are tidied away; who kept a list sees them missing from {@link #running()}.
   *
   * @param name part of the names of control groups, unique on the machine, such as {@code
   *     cloister-4566}
   * @param run the server's run directory
   * @param disks where the writable layers are kept over stop, start and the machine's restart
   * @param onExit hears of sandboxes that end without having been told to; called on a thread of
   *     this class, and must not wait for it
   */
  public static Sandboxes open(String name, Path run, Path disks, Consumer<SandboxExit> onExit) {
    try {
      for (String directory : List.of("exec", "sandbox")) {
        Files.createDirectories(run.resolve(directory));
      }
      Files.createDirectories(disks);
      // Layers are for their sandboxes alone, whatever the modes of the files in them.
      Files.setAttribute(disks, "unix:mode", 0711);
      ControlGroups groups =
          ControlGroups.find(
              Files.readAllLines(Path.of("/proc/self/cgroup")),
              Files.readAllLines(Path.of("/proc/self/mounts")),
              name);
      Identity identity = Identity.ofThisProcess();
      Sandboxes sandboxes =
          new Sandboxes(
              run,
              new Layers(disks, identity),
              groups,
              Starter.in(run, disks, identity.base()),
              onExit);
      sandboxes.adoptAll();
      return sandboxes;
    } catch (IOException e) {
      throw new UncheckedIOException("the sandboxes in " + run + " cannot be opened", e);
    }
  }

  /** What runs now, by id. */
  public SortedMap<SandboxId, RunningSandbox> running() {
    SortedMap<SandboxId, RunningSandbox> all = new TreeMap<>();
    held.forEach((id, one) -> all.put(id, one.sandbox));
    return all;
  }

  /**
   * Starts a sandbox and returns when its first program runs. The first time its disk is made;
   * later it is as it was left.
   *
   * @throws SandboxException when the machine refuses; nothing of it runs then
   * @throws IllegalStateException when it runs already
   */
  public RunningSandbox start(SandboxSpec spec) {
    SandboxId id = spec.id();
    synchronized (lock(id)) {
      if (held.containsKey(id)) {
        throw new IllegalStateException(id + " is running");
      }
      try {
        Path own = run.resolve("sandbox").resolve(id.value());
        Arguments arguments = new Arguments();
        identify(arguments, id, layers.identity());
        workshop().prepare(spec, layers, arguments);
        arguments.wrapCommon(spec);
        arguments.set("netns", spec.netns()).set("processes", spec.limits().processes());
        arguments.set("data", groups.boundMemory() ? 0 : spec.limits().memory());
        for (Path group : groups.make(id, spec.limits())) {
          arguments.set("cgroup", group);
        }
        equip(own, arguments);
        arguments.set("record", run.resolve("exec").resolve(id.value()));
        RunningSandbox sandbox = starter.start(id, arguments);
        hold(sandbox);
        return sandbox;
      } catch (IOException | SystemException e) {
        tidy(id);
        throw new SandboxException(id + " could not be started: " + e.getMessage(), e);
      } catch (SandboxException e) {
        tidy(id);
        throw e;
      }
    }
  }

  /** Adds the ids that the sandbox runs with. */
  static void identify(Arguments arguments, SandboxId id, Identity identity) {
    arguments
        .set("owner", identity.owner(id))
        .set("base", identity.base())
        .set("count", identity.count());
  }

  /** Makes the files by which a sandbox talks with the server. */
  private void equip(Path own, Arguments arguments) throws IOException {
    Trees.delete(own);
    Files.createDirectories(own);
    Console console = new Console(own);
    for (int i : List.of(0, 1)) {
      Files.createFile(console.file(i));
      arguments.show("console." + i, console.file(i), "--bind");
    }
    for (String fifo : List.of("power", "console.in")) {
      Processes.makePipe(own.resolve(fifo));
      arguments.show(fifo, own.resolve(fifo), "--bind");
    }
    arguments.show("init", starter.script("init.sh"), "--ro-bind");
    arguments.show("boot", starter.script("boot.sh"), "--ro-bind");
    Trees.own(own, layers.identity().base());
    Files.setAttribute(own, "unix:uid", 0);
    Files.setAttribute(own, "unix:mode", 0711);
    arguments.set("console", console.file(0)).set("status", own.resolve("status"));
  }

  /**
   * Ends a sandbox: as if its power button were pressed, and if it still runs after {@code grace},
   * by killing its pid 1, with which the kernel kills all the rest. Its disk stays. Nothing happens
   * if it does not run.
   */
  public void stop(SandboxId id, Duration grace) {
    synchronized (lock(id)) {
      Held one = held.get(id);
      if (one == null) {
        return;
      }
      one.dismissed = true;
      if (!grace.isZero()) {
        try {
          Processes.poke(run.resolve("sandbox").resolve(id.value()).resolve("power"), "stop\n");
          one.watched.ended().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (SystemException | TimeoutException e) {
          // Nobody is at the button, or nobody obeys.
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
          throw new AssertionError(e);
        }
      }
      one.watched.signal(SIGKILL);
      one.watched.ended().join();
      tidy(id);
    }
  }

  /** Ends a sandbox at once, if it runs, and forgets its disk and its console. */
  public void terminate(SandboxId id, Duration grace) {
    synchronized (lock(id)) {
      stop(id, grace);
      try {
        Trees.delete(run.resolve("sandbox").resolve(id.value()));
        layers.delete(id);
      } catch (IOException e) {
        throw new SandboxException(id + " has ended, but its disk cannot be removed", e);
      }
    }
  }

  /** The most recent 64 KB that a sandbox wrote to its console since it was last started. */
  public byte[] console(SandboxId id) {
    return new Console(run.resolve("sandbox").resolve(id.value())).read();
  }

  /** Stops watching; what runs goes on running. Where nothing runs, nothing is left either. */
  @Override
  public void close() {
    exits.close();
    starter.close();
    if (held.isEmpty()) {
      groups.removeAll();
    }
  }

  private Object lock(SandboxId id) {
    return locks.computeIfAbsent(id, _ -> new Object());
  }

  private synchronized Workshop workshop() throws IOException {
    if (workshop.isEmpty()) {
      workshop = Optional.of(Workshop.open(run, layers, starter));
    }
    return workshop.get();
  }

  private void adoptAll() throws IOException {
    List<Path> records;
    try (Stream<Path> files = Files.list(run.resolve("exec"))) {
      // A dot: a record that was never finished.
      records = files.filter(f -> f.getFileName().toString().indexOf('.') < 0).sorted().toList();
    }
    for (Path file : records) {
      SandboxId id = new SandboxId(file.getFileName().toString());
      try {
        List<String> words = List.of(Files.readString(file).strip().split(" ", -1));
        hold(new RunningSandbox(id, Integer.parseInt(words.get(0)), Long.parseLong(words.get(1))));
      } catch (IOException | SystemException | SandboxException e) {
        tidy(id);
      }
    }
  }

  private void hold(RunningSandbox sandbox) {
    Held one = new Held(sandbox, exits.watch(sandbox.pid(), sandbox.startTime()));
    held.put(sandbox.id(), one);
    var _ = one.watched.ended().thenRun(() -> ended(one));
  }

  private void ended(Held one) {
    if (one.dismissed) {
      return;
    }
    SandboxId id = one.sandbox.id();
    Thread.startVirtualThread(() -> {
      synchronized (lock(id)) {
        if (one.dismissed || !held.remove(id, one)) {
          return;
        }
        tidy(id);
      }
      Path status = run.resolve("sandbox").resolve(id.value()).resolve("status");
      onExit.accept(new SandboxExit(id, code(status)));
    });
  }

  /** bubblewrap's outer process writes the code a moment after the sandbox has ended. */
  private static OptionalInt code(Path status) {
    OptionalInt code = Exits.code(status);
    for (int i = 0; i < 50 && code.isEmpty(); i++) {
      LockSupport.parkNanos(10_000_000);
      code = Exits.code(status);
    }
    return code;
  }

  private void tidy(SandboxId id) {
    held.remove(id);
    groups.remove(id);
    try {
      Files.deleteIfExists(run.resolve("exec").resolve(id.value()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
