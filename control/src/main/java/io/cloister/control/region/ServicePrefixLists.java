package io.cloister.control.region;

import java.util.Map;
import java.util.zip.CRC32;

/**
 * The ids of the prefix lists that AWS has for its services in each Region. They never change, so
 * those that are known are AWS's own; the others are always the same here.
 */
public final class ServicePrefixLists {
  private static final Map<String, String> KNOWN =
      Map.of(
          "com.amazonaws.us-east-1.s3", "pl-63a5400a",
          "com.amazonaws.us-east-1.dynamodb", "pl-02cd2c6b",
          "com.amazonaws.us-west-2.s3", "pl-68a54001",
          "com.amazonaws.us-west-2.dynamodb", "pl-00a54069",
          "com.amazonaws.eu-west-1.s3", "pl-6da54004",
          "com.amazonaws.eu-west-1.dynamodb", "pl-6fa54006",
          "com.amazonaws.eu-central-1.s3", "pl-6ea54007",
          "com.amazonaws.eu-central-1.dynamodb", "pl-66a5400f");

  private ServicePrefixLists() {}

  /**
   * The id of a service's list.
   *
   * @param service such as {@code com.amazonaws.eu-central-1.s3}, which is also the list's name
   */
  public static String ofService(String service) {
    String known = KNOWN.get(service);
    if (known != null) {
      return known;
    }
    CRC32 hash = new CRC32();
    hash.update(service.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return "pl-%08x".formatted(hash.getValue());
  }
}
