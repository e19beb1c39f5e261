package io.cloister.matrix;

/**
 * What the kernel says became of a packet. That nothing was seen of it is no fate: it fails the
 * test.
 */
sealed interface Fate {
  /** It was read from the receiver's socket. */
  Fate ARRIVED = new Arrived();

  /** The receiver's machine got it and refused: nobody listens. */
  Fate REFUSED = new Refused();

  /** It was read from the receiver's socket. */
  record Arrived() implements Fate {
    @Override
    public String toString() {
      return "arrived";
    }
  }

  /** The receiver's machine got it and refused. */
  record Refused() implements Fate {
    @Override
    public String toString() {
      return "refused";
    }
  }

  /**
   * A gate dropped it and told.
   *
   * @param gate such as {@code sg-in}
   * @param eni whose gate it was; empty when it was none's
   */
  record Dropped(String gate, String eni) implements Fate {
    @Override
    public String toString() {
      return gate + " " + eni;
    }
  }

  /** It arrived, and the answer was dropped. */
  record AnswerDropped(String gate, String eni) implements Fate {
    @Override
    public String toString() {
      return "answer: " + gate + " " + eni;
    }
  }

  /** The sender's own machine had no way for it. */
  record Unsent(String why) implements Fate {
    @Override
    public String toString() {
      return "unsent: " + why;
    }
  }

  /** The security group of a host's interface did not let it in. */
  static Fate notIn(Host host) {
    return new Dropped("sg-in", host.eni());
  }

  /** The security group of a host's interface did not let it out. */
  static Fate notOut(Host host) {
    return new Dropped("sg-out", host.eni());
  }

  /** There was no way for it in the network. */
  static Fate noRoute(Host from) {
    return new Dropped("no-route", from.eni());
  }
}
