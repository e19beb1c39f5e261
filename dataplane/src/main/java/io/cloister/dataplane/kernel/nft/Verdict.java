package io.cloister.dataplane.kernel.nft;

/** What becomes of a packet, or where its evaluation goes on. Ends a rule. */
public sealed interface Verdict extends Statement {

  /** Ends this base chain; later base chains of the hook still see the packet. */
  record Accept() implements Verdict {
    @Override
    public String toString() {
      return "accept";
    }
  }

  /** Ends the packet, without a word. */
  record Drop() implements Verdict {
    @Override
    public String toString() {
      return "drop";
    }
  }

  /** Goes on behind the jump that led to this chain, or to the policy in a base chain. */
  record Return() implements Verdict {
    @Override
    public String toString() {
      return "return";
    }
  }

  /** Goes on with the next rule. */
  record Continue() implements Verdict {
    @Override
    public String toString() {
      return "continue";
    }
  }

  /** Goes through a chain and comes back at its end. */
  record Jump(ChainName chain) implements Verdict {
    @Override
    public String toString() {
      return "jump " + chain;
    }
  }

  /** Goes through a chain and does not come back. */
  record Goto(ChainName chain) implements Verdict {
    @Override
    public String toString() {
      return "goto " + chain;
    }
  }

  /** Accepts. */
  static Verdict accept() {
    return new Accept();
  }

  /** Drops. */
  static Verdict drop() {
    return new Drop();
  }

  /** Jumps. */
  static Verdict jump(ChainName chain) {
    return new Jump(chain);
  }

  /** Goes. */
  static Verdict go(ChainName chain) {
    return new Goto(chain);
  }
}
