package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.ChainName;
import io.cloister.dataplane.kernel.nft.CtTimeout;
import io.cloister.dataplane.kernel.nft.Hook;
import io.cloister.dataplane.kernel.nft.NftChange;
import io.cloister.dataplane.kernel.nft.SetName;
import io.cloister.dataplane.kernel.nft.SetShape;
import io.cloister.dataplane.kernel.nft.Type;
import io.cloister.dataplane.linux.netlink.Request;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes one change of our table. */
final class ChangeWriter {
  private final Request request;
  private int sets;

  ChangeWriter(Request request) {
    this.request = request;
  }

  void write(NftChange change) {
    switch (change) {
      case NftChange.AddTable _ -> {
        Nf.begin(request, Nf.NEWTABLE, Request.CREATE | Request.EXCL, () -> "table");
        request.end();
      }
      case NftChange.DeleteTable _ -> {
        Nf.begin(request, Nf.DELTABLE, 0, () -> "remove table");
        request.end();
      }
      case NftChange.AddTimeout(CtTimeout timeout) -> timeout(timeout);
      case NftChange.DeleteTimeout(var name) -> {
        Nf.begin(request, Nf.DELOBJ, 0, () -> "remove timeout " + name);
        request.text(Nf.NAME, name.text());
        request.u32Network(Nf.OBJECT_TYPE, Nf.OBJECT_CT_TIMEOUT);
        request.end();
      }
      case NftChange.AddChain(ChainName name, Optional<Hook> hook) -> chain(name, hook);
      case NftChange.FlushChain(ChainName name) -> {
        Nf.begin(request, Nf.DELRULE, 0, () -> "empty chain " + name);
        request.text(Nf.NAME, name.text());
        request.end();
      }
      case NftChange.DeleteChain(ChainName name) -> {
        Nf.begin(request, Nf.DELCHAIN, 0, () -> "remove chain " + name);
        request.text(Nf.CHAIN_NAME, name.text());
        request.end();
      }
      case NftChange.AddRules(ChainName chain, var rules) ->
          rules.forEach(rule -> RuleWriter.add(request, chain, rule));
      case NftChange.AddSet(SetName name, SetShape shape) -> set(name, shape);
      case NftChange.DeleteSet(SetName name) -> {
        Nf.begin(request, Nf.DELSET, 0, () -> "remove set " + name);
        request.text(Nf.NAME, name.text());
        request.end();
      }
      case NftChange.AddElements(SetName set, SetShape shape, var elements) ->
          new ElementWriter(request, Nf.NEWSETELEM, set, shape).write(elements);
      case NftChange.DeleteElements(SetName set, SetShape shape, var elements) ->
          new ElementWriter(request, Nf.DELSETELEM, set, shape).write(elements);
    }
  }

  private void timeout(CtTimeout timeout) {
    Nf.begin(request, Nf.NEWOBJ, Request.CREATE | Request.EXCL, () -> "timeout " + timeout.name());
    request.text(Nf.NAME, timeout.name().text());
    request.u32Network(Nf.OBJECT_TYPE, Nf.OBJECT_CT_TIMEOUT);
    int data = request.open(Nf.OBJECT_DATA);
    request.u16Network(Nf.TIMEOUT_L3, Nf.INET);
    request.u8(Nf.TIMEOUT_L4, timeout.protocol().number());
    int policy = request.open(Nf.TIMEOUT_DATA);
    timeout.seconds().forEach((state, s) -> request.u32Network(state.attribute(), s));
    request.close(policy);
    request.close(data);
    request.end();
  }

  private void chain(ChainName name, Optional<Hook> hook) {
    Nf.begin(request, Nf.NEWCHAIN, Request.CREATE | Request.EXCL, () -> "chain " + name);
    request.text(Nf.CHAIN_NAME, name.text());
    if (hook.isPresent()) {
      int open = request.open(Nf.CHAIN_HOOK);
      request.u32Network(Nf.HOOK_NUMBER, hook.get().point().number());
      request.u32Network(Nf.HOOK_PRIORITY, hook.get().priority());
      request.close(open);
      boolean drop = hook.get().policy() == Hook.Policy.DROP;
      request.u32Network(Nf.CHAIN_POLICY, drop ? Nf.DROP : Nf.ACCEPT);
      request.text(Nf.CHAIN_TYPE, hook.get().type().name().toLowerCase(Locale.ROOT));
    }
    request.end();
  }

  private void set(SetName name, SetShape shape) {
    Nf.begin(request, Nf.NEWSET, Request.CREATE | Request.EXCL, () -> "set " + name);
    boolean concatenation = shape.key().size() > 1;
    int flags =
        (shape.interval() ? Nf.FLAG_INTERVAL : 0)
            | (shape.holds() instanceof SetShape.Members ? 0 : Nf.FLAG_MAP)
            | (concatenation ? Nf.FLAG_CONCAT : 0);
    request.text(Nf.NAME, name.text());
    request.u32Network(Nf.SET_FLAGS, flags);
    request.u32Network(Nf.SET_KEY_TYPE, ValueWriter.id(shape.key()));
    request.u32Network(Nf.SET_KEY_LENGTH, ValueWriter.length(shape.key()));
    switch (shape.holds()) {
      case SetShape.Members _ -> {}
      case SetShape.Maps(List<Type> types) -> {
        request.u32Network(Nf.SET_DATA_TYPE, ValueWriter.id(types));
        request.u32Network(Nf.SET_DATA_LENGTH, ValueWriter.length(types));
      }
      case SetShape.Decides _ -> {
        request.u32Network(Nf.SET_DATA_TYPE, Nf.DATA_VERDICT);
        request.u32Network(Nf.SET_DATA_LENGTH, 16);
      }
    }
    request.u32Network(Nf.SET_ID, ++sets);
    if (concatenation) {
      describe(shape);
    }
    request.bytes(Nf.SET_USERDATA, userdata(shape));
    request.end();
  }

  /** Byte orders, which nft needs to show elements to people; the kernel and we don't. */
  private static byte[] userdata(SetShape shape) {
    ByteBuffer data = ByteBuffer.allocate(12).order(ByteOrder.nativeOrder());
    data.put((byte) 0).put((byte) 4).putInt(order(shape.key()));
    if (shape.holds() instanceof SetShape.Maps(List<Type> types)) {
      data.put((byte) 1).put((byte) 4).putInt(order(types));
    }
    return Arrays.copyOf(data.array(), data.position());
  }

  private static int order(List<Type> types) {
    if (types.size() > 1) {
      return 0;
    }
    return types.getFirst().hostOrder() || types.getFirst() == Type.IFNAME ? 1 : 2;
  }

  /** The lengths of the fields, by which the kernel cuts a joined key. */
  private void describe(SetShape shape) {
    int description = request.open(Nf.SET_DESCRIPTION);
    int fields = request.open(Nf.DESCRIPTION_CONCAT);
    for (Type type : shape.key()) {
      int field = request.open(Nf.LIST_ELEMENT);
      request.u32Network(Nf.FIELD_LENGTH, type.size());
      request.close(field);
    }
    request.close(fields);
    request.close(description);
  }
}
