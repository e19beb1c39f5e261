package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.ChainPrint;
import io.cloister.dataplane.kernel.nft.CtTimeout;
import io.cloister.dataplane.kernel.nft.Hook;
import io.cloister.dataplane.kernel.nft.NftSet;
import io.cloister.dataplane.kernel.nft.NftTable;
import io.cloister.dataplane.kernel.nft.SeenChain;
import io.cloister.dataplane.kernel.nft.SeenTable;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.SetShape;
import io.cloister.dataplane.kernel.nft.TimeoutName;
import io.cloister.dataplane.linux.netlink.Answer;
import io.cloister.dataplane.linux.netlink.Attributes;
import io.cloister.dataplane.linux.netlink.NetlinkException;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import io.cloister.dataplane.linux.system.Errno;
import io.cloister.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads our table: fingerprints of rules, elements in full. */
public final class TableReader {
  private static final int TABLE_FLAGS = 2;

  private final NetlinkSocket socket;
  private final NavigableMap<ChainName, Optional<Hook>> hooks = new TreeMap<>();
  private final NavigableMap<ChainName, List<Long>> prints = new TreeMap<>();
  private final NavigableMap<SetName, NftSet> sets = new TreeMap<>();
  private final NavigableMap<TimeoutName, CtTimeout> timeouts = new TreeMap<>();
  private boolean strange;

  private TableReader(NetlinkSocket socket) {
    this.socket = socket;
  }

  /** The table of the socket's namespace, if there is one. */
  public static Optional<SeenTable> read(NetlinkSocket socket) {
    Request request = new Request();
    Nf.begin(request, Nf.GETTABLE, 0, () -> "table");
    request.end();
    try {
      List<Answer> answers = socket.ask(request);
      int flags = answers.getFirst().attributes(4).u32Network(TABLE_FLAGS);
      return Optional.of(new TableReader(socket).read(flags));
    } catch (NetlinkException e) {
      if (e.errno() == Errno.ENOENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private SeenTable read(int flags) {
    strange = flags != 0;
    list(Nf.GETCHAIN, "chains", this::chain);
    list(Nf.GETRULE, "rules", this::rule);
    list(Nf.GETSET, "sets", this::set);
    list(Nf.GETOBJ, "objects", this::object);
    NavigableMap<ChainName, SeenChain> chains = new TreeMap<>();
    for (Map.Entry<ChainName, Optional<Hook>> chain : hooks.entrySet()) {
      chains.put(
          chain.getKey(),
          new ChainPrint(chain.getValue(), prints.getOrDefault(chain.getKey(), List.of())));
    }
    return new SeenTable(Table.of(chains), Table.of(sets), Table.of(timeouts), strange);
  }

  /** What is of another table of the namespace isn't for us: not all dumps leave it out. */
  private void list(int message, String about, Consumer<Answer> each) {
    Request request = new Request();
    Nf.begin(request, message, Request.DUMP, () -> "list " + about);
    request.end();
    for (Answer answer : socket.dump(request)) {
      if (answer.attributes(4).text(Nf.TABLE).equals(NftTable.NAME)) {
        each.accept(answer);
      }
    }
  }

  private void chain(Answer answer) {
    name(answer, Nf.CHAIN_NAME, ChainName::new)
        .filter(_ -> ChainReader.isPlain(answer))
        .ifPresentOrElse(name -> hooks.put(name, ChainReader.hook(answer)), this::strange);
  }

  private void rule(Answer answer) {
    name(answer, Nf.NAME, ChainName::new)
        .ifPresent(chain ->
            prints.computeIfAbsent(chain, _ -> new ArrayList<>()).add(ChainReader.print(answer)));
  }

  private void set(Answer answer) {
    Optional<SetName> name = name(answer, Nf.NAME, SetName::new);
    Optional<SetShape> shape = SetReader.shape(answer);
    if (name.isEmpty() || shape.isEmpty()) {
      // Also a set without a name, which belongs to a rule that isn't ours.
      boolean unnamed = answer.attributes(4).text(Nf.NAME).startsWith("__");
      strange |= !unnamed;
      return;
    }
    Request request = new Request();
    Nf.begin(request, Nf.GETSETELEM, Request.DUMP, () -> "list elements of " + name.get());
    request.text(Nf.NAME, name.get().text());
    request.end();
    new SetReader(shape.get())
        .read(name.get(), socket.dump(request))
        .ifPresentOrElse(set -> sets.put(name.get(), set), this::strange);
  }

  private void object(Answer answer) {
    Attributes attributes = answer.attributes(4);
    name(answer, Nf.NAME, TimeoutName::new)
        .filter(_ -> attributes.u32Network(Nf.OBJECT_TYPE) == Nf.OBJECT_CT_TIMEOUT)
        .flatMap(name -> ChainReader.timeout(name, answer))
        .ifPresentOrElse(timeout -> timeouts.put(timeout.name(), timeout), this::strange);
  }

  private void strange() {
    strange = true;
  }

  private static <T> Optional<T> name(
      Answer answer, int attribute, Function<String, T> constructor) {
    try {
      return Optional.of(constructor.apply(answer.attributes(4).text(attribute)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
