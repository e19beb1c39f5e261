package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.Datum;
import io.cloister.dataplane.kernel.nft.Element;
import io.cloister.dataplane.kernel.nft.NftChange;
import io.cloister.dataplane.kernel.nft.Rule;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.SetShape;
import io.cloister.dataplane.linux.netlink.NetlinkSocket;
import io.cloister.dataplane.linux.netlink.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes changes of our table: all of them or, with an exception, none.
 *
 * <p>Where the machine grants us no send buffer that takes the whole (an ordinary user gets 208
 * KB), the changes are cut into several transactions. In between a chain can be empty that wasn't,
 * which lets nothing through that a drop policy of the base chains or the end of a gate wouldn't.
 */
public final class Transaction {
  /** Rules or elements in one piece: the longest rules have about 1 KB. */
  private static final int PIECE = 100;

  private Transaction() {}

  /**
   * Makes the changes.
   *
   * @param generation the number that the ruleset must still have, see {@link #generation}
   * @throws io.cloister.dataplane.linux.netlink.NetlinkException when the kernel refused; ERESTART
   *     when the ruleset was changed since the generation
   */
  public static void commit(NetlinkSocket socket, List<NftChange> changes, OptionalInt generation) {
    Request request = request(changes, generation);
    if (request.size() <= socket.limit()) {
      socket.together(request);
      return;
    }
    OptionalInt expected = generation;
    List<NftChange> part = new ArrayList<>();
    int size = 0;
    for (NftChange change : changes.stream().flatMap(Transaction::pieces).toList()) {
      int more = request(List.of(change), OptionalInt.empty()).size();
      if (size + more > socket.limit() && !part.isEmpty()) {
        socket.together(request(part, expected));
        expected = OptionalInt.empty();
        part.clear();
        size = 0;
      }
      part.add(change);
      size += more;
    }
    socket.together(request(part, expected));
  }

  /** Changes that do the same, each small enough for any socket. */
  private static Stream<NftChange> pieces(NftChange change) {
    return switch (change) {
      case NftChange.AddRules(ChainName chain, List<Rule> rules) ->
          parts(rules).map(some -> new NftChange.AddRules(chain, some));
      case NftChange.AddElements(SetName set, SetShape shape, var elements) ->
          parts(List.copyOf(elements.entrySet()))
              .map(some -> new NftChange.AddElements(set, shape, sorted(some)));
      case NftChange.DeleteElements(SetName set, SetShape shape, var elements) ->
          parts(List.copyOf(elements.entrySet()))
              .map(some -> new NftChange.DeleteElements(set, shape, sorted(some)));
      case NftChange.AddTable _,
          NftChange.DeleteTable _,
          NftChange.AddTimeout _,
          NftChange.DeleteTimeout _,
          NftChange.AddChain _,
          NftChange.FlushChain _,
          NftChange.DeleteChain _,
          NftChange.AddSet _,
          NftChange.DeleteSet _ ->
          Stream.of(change);
    };
  }

  private static <T> Stream<List<T>> parts(List<T> all) {
    return IntStream.range(0, (all.size() + PIECE - 1) / PIECE)
        .mapToObj(i -> all.subList(i * PIECE, Math.min(all.size(), (i + 1) * PIECE)));
  }

  private static SortedMap<Element, Datum> sorted(List<Map.Entry<Element, Datum>> entries) {
    SortedMap<Element, Datum> map = new TreeMap<>();
    entries.forEach(e -> map.put(e.getKey(), e.getValue()));
    return map;
  }

  private static Request request(List<NftChange> changes, OptionalInt generation) {
    Request request = new Request();
    request.begin(Nf.BATCH_BEGIN, 0, () -> "change the table");
    request.raw8(0).raw8(0).raw16Network(Nf.SUBSYSTEM);
    generation.ifPresent(number -> request.u32Network(Nf.BATCH_GENERATION, number));
    request.end();
    ChangeWriter writer = new ChangeWriter(request);
    changes.forEach(writer::write);
    request.begin(Nf.BATCH_END, 0, () -> "change the table");
    request.raw8(0).raw8(0).raw16Network(Nf.SUBSYSTEM);
    request.end();
    return request;
  }

  /**
   * The number of the ruleset as it is: each transaction of anybody's in the namespace adds one.
   */
  public static int generation(NetlinkSocket socket) {
    Request request = new Request();
    request.begin(Nf.SUBSYSTEM << 8 | Nf.GETGEN, 0, () -> "generation");
    request.raw8(0).raw8(0).raw16(0);
    request.end();
    return socket.ask(request).getFirst().attributes(4).u32Network(1);
  }
}
