package io.cloister.dataplane.kernel.nft;

/**
 * Hands a copy of the packet to whoever listens to an NFLOG group in this namespace.
 *
 * @param group 0..65535
 * @param prefix goes along with the copy; 1 to 120 characters of {@link Cause}'s kind
 * @param snaplen bytes of the packet to copy, from 0; 0 copies none
 */
public record Log(int group, String prefix, int snaplen) implements Statement {

  /** Refuses what is out of range. */
  public Log {
    if (group < 0 || group > 65535 || snaplen < 0 || snaplen > 65535) {
      throw new IllegalArgumentException("log group " + group + " snaplen " + snaplen);
    }
    prefix = new Cause(prefix).text();
  }

  @Override
  public String toString() {
    return "log prefix \"" + prefix + "\" group " + group + " snaplen " + snaplen;
  }
}
