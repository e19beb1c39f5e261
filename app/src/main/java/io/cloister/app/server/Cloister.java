package io.cloister.app.server;

import io.cloister.app.admin.AdminRoutes;
import io.cloister.app.admin.ServerFacts;
import io.cloister.app.wire.InProcess;
import io.cloister.app.wire.Server;
import io.cloister.control.action.Api;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.frame.Actions;
import io.cloister.control.frame.SystemDraw;
import io.cloister.control.frame.Used;
import io.cloister.control.store.Journal;
import io.cloister.control.store.SqliteJournal;
import io.cloister.control.store.Store;
import io.cloister.dataplane.DataPlane;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Observation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * A running server: the journal, the one writer, the actions, the data plane and the HTTP API. What
 * {@link #start} returns answers, and enforces what the journal holds.
 */
public final class Cloister implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cloister.class);

  private final Options options;
  private final Server server;
  private final Store store;
  private final DataPlane dataPlane;
  private final Api api;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Cloister(Options options, Server server, Store store, DataPlane dataPlane, Api api) {
    this.options = options;
    this.server = server;
    this.store = store;
    this.dataPlane = dataPlane;
    this.api = api;
  }

  /**
   * Starts a server whose packets this machine carries, unless the options want none.
   *
   * @throws StartException if the port or the state folder is taken, or this machine can't carry
   *     packets or not what the state holds; nothing of its own is left running then
   */
  public static Cloister start(Options options) throws StartException {
    return start(options, ThisMachine::start);
  }

  /**
   * Starts a server.
   *
   * @param dataPlanes makes its data plane, unless the options want none
   * @throws StartException if the port or the state folder is taken, or this machine can't carry
   *     packets or not what the state holds; nothing of its own is left running then
   */
  public static Cloister start(Options options, DataPlaneFactory dataPlanes) throws StartException {
    Gate gate = new Gate();
    Server server = listen(options, gate);
    try {
      return start(options, dataPlanes, gate, server);
    } catch (StartException | RuntimeException e) {
      gate.giveUp();
      server.close();
      throw e;
    }
  }

  private static Server listen(Options options, Gate gate) throws StartException {
    try {
      return Server.start(options.listen(), gate, gate);
    } catch (RuntimeException e) {
      throw new StartException(
          "%s: is a server running there already? Choose another port with --port, or --port 0 for any"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static Cloister start(
      Options options, DataPlaneFactory dataPlanes, Gate gate, Server server)
      throws StartException {
    SystemDraw draw = new SystemDraw();
    Store store = store(options, draw);
    Optional<DataPlane> started = Optional.empty();
    try {
      DataPlane dataPlane =
          dataPlane(options, dataPlanes, server.port(), o -> observe(store, o, draw));
      started = Optional.of(dataPlane);
      refuseUncarried(store, dataPlane);
      Actions actions =
          new Actions(
              Catalogue.actions(dataPlane, options.publicPool()),
              store,
              draw,
              dataPlane.carries(),
              scope -> Catalogue.defaults(scope, options.quotas()));
      store.write(
          "server",
          "SetQuotas",
          n -> new Store.Outcome<>(Catalogue.requota(n, options.quotas()), true));
      store
          .subscribe((before, after, _) -> dataPlane.changed(before, after))
          .handle((_, e) -> e == null || troubled(e))
          .join();
      gate.open(actions, new AdminRoutes(store, dataPlane, facts(options, server)));
      return new Cloister(options, server, store, dataPlane, actions);
    } catch (IOException | CompletionException | AwsException e) {
      started.ifPresent(p -> quietly("the data plane", () -> undo(p, options)));
      quietly("the journal", store::close);
      throw new StartException(reason(e), e);
    }
  }

  /**
   * Refuses a state with things that this data plane would describe and not carry. What runs is
   * left as it is.
   */
  private static void refuseUncarried(Store store, DataPlane dataPlane) throws StartException {
    Set<Feature> missing = EnumSet.noneOf(Feature.class);
    missing.addAll(Used.by(store.network()));
    missing.removeAll(dataPlane.carries());
    if (!missing.isEmpty()) {
      quietly("the data plane", dataPlane::leave);
      quietly("the journal", store::close);
      throw new StartException(
          "this state has %s, which this server's data plane doesn't carry: start it with --no-packets and delete them there, or use another --state DIR"
              .formatted(missing.stream().map(Feature::what).collect(Collectors.joining(", "))));
    }
  }

  /** What the kernel refuses now is tried again and shown by the status: no reason not to serve. */
  private static boolean troubled(Throwable e) {
    LOG.warn("not all of the network is enforced yet: {}", reason(e));
    return true;
  }

  private static String reason(Throwable e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return String.valueOf(cause.getMessage());
  }

  private static Store store(Options options, SystemDraw draw) throws StartException {
    try {
      Journal journal =
          switch (options.state()) {
            case Options.State.Kept kept ->
                SqliteJournal.open(kept.folder().resolve("journal.sqlite"));
            case Options.State.Forgotten _ -> Journal.forgetful();
          };
      try {
        return Store.open(journal, draw::now);
      } catch (IOException e) {
        journal.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StartException(
          e.getMessage() + " Give this one a folder of its own with --state DIR, or --ephemeral",
          e);
    }
  }

  private static DataPlane dataPlane(
      Options options, DataPlaneFactory factory, int port, Consumer<Observation> report)
      throws IOException {
    if (!options.packets()) {
      return new NoPackets(report);
    }
    Optional<Path> folder =
        switch (options.state()) {
          case Options.State.Kept kept -> Optional.of(kept.folder());
          case Options.State.Forgotten _ -> Optional.empty();
        };
    return factory.start(
        new DataPlaneFactory.Setup(port, Folders.run(port), folder, options.timeScale(), report));
  }

  private static void observe(Store store, Observation observation, SystemDraw draw) {
    // Nobody waits for an observation: what goes wrong is logged, and the world reports again.
    var _ =
        store
            .submit(
                "observed",
                observation.getClass().getSimpleName(),
                network -> new Store.Outcome<>(Catalogue.decide(network, observation, draw), true))
            .whenComplete((_, e) -> {
              if (e != null) {
                LOG.warn("{} could not be kept: {}", observation, reason(e));
              }
            });
  }

  private static ServerFacts facts(Options options, Server server) {
    String state =
        switch (options.state()) {
          case Options.State.Kept kept -> kept.folder().toAbsolutePath().toString();
          case Options.State.Forgotten _ -> "";
        };
    return ServerFacts.now(server.uri().toString(), state, options.packets(), options.timeScale());
  }

  /** Where the API is, for {@code AWS_ENDPOINT_URL}. */
  public URI uri() {
    return server.uri();
  }

  /** The folder of what runs. */
  public Path run() {
    return Folders.run(server.port());
  }

  /** A client without HTTP in between; to be closed like any. */
  public Ec2Client ec2(Caller caller) {
    return InProcess.ec2(api, caller);
  }

  /** What carries this server's packets. */
  public DataPlane dataPlane() {
    return dataPlane;
  }

  /**
   * Ends the server: calls under way are answered, then kernel objects and instances are removed or
   * left as the options say. Everything answered stays in the journal. Ending twice does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      quietly("the API", server::close);
      quietly("the data plane", () -> undo(dataPlane, options));
      quietly("the journal", store::close);
    }
  }

  private static void undo(DataPlane dataPlane, Options options) {
    switch (options.end()) {
      case REMOVE -> dataPlane.remove();
      case LEAVE -> dataPlane.leave();
    }
  }

  private interface Closing {
    void run() throws IOException;
  }

  /** What fails to end must not keep the rest from ending. */
  private static void quietly(String what, Closing closing) {
    try {
      closing.run();
    } catch (IOException | RuntimeException e) {
      LOG.error("{} did not end well", what, e);
    }
  }
}
