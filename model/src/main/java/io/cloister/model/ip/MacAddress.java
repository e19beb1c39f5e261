package io.cloister.model.ip;

/**
 * An Ethernet address.
 *
 * @param bits the 48 bits
 */
public record MacAddress(long bits) {

  /** Refuses more than 48 bits. */
  public MacAddress {
    if (bits >>> 48 != 0) {
      throw new IllegalArgumentException("not a MAC address: " + Long.toHexString(bits));
    }
  }

  /**
   * A locally administered unicast address made of a number, the first octet 02 or 06 as AWS's are.
   */
  public static MacAddress local(long number) {
    return new MacAddress((number & 0x04ff_ffff_ffffL) | 0x0200_0000_0000L);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(17);
    for (int shift = 40; shift >= 0; shift -= 8) {
      int octet = (int) ((bits >>> shift) & 255);
      text.append(octet < 16 ? "0" : "").append(Integer.toHexString(octet));
      if (shift > 0) {
        text.append(':');
      }
    }
    return text.toString();
  }
}
