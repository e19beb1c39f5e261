package io.cloister.app.wire.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service of AWS, as far as one must know it to tell its callers in their own protocol that it
 * isn't here.
 *
 * @param scope its name in the scope of a signature
 * @param protocol how its errors look
 * @param name what AWS calls it, such as {@code Amazon S3}
 * @param targetPrefix what its {@code X-Amz-Target} headers begin with; empty if it has none
 */
public record Service(String scope, Protocol protocol, String name, String targetPrefix) {
  /** The wire protocols of AWS. */
  public enum Protocol {
    EC2,
    QUERY,
    REST_XML,
    JSON,
    REST_JSON,
    SMITHY_RPC_V2_CBOR;

    static Protocol of(String name) {
      for (Protocol protocol : values()) {
        if (protocol.name().replace('_', '-').equalsIgnoreCase(name)) {
          return protocol;
        }
      }
      throw new IllegalStateException("services.txt names the protocol " + name);
    }
  }

  private static final class Holder {
    private static final Map<String, Service> BY_SCOPE = new HashMap<>();
    private static final Map<String, Service> BY_TARGET = new HashMap<>();

    static {
      Lines.each(
          "services.txt",
          line -> {
            List<String> f = Lines.fields(line, '|', 4);
            String scope = Lines.fields(f.getFirst(), '/', 2).getFirst();
            Service service = new Service(scope, Protocol.of(f.get(1)), f.get(2), f.get(3));
            if (scope.equals(f.getFirst())) {
              BY_SCOPE.put(scope, service);
            }
            if (!service.targetPrefix().isEmpty()) {
              BY_TARGET.putIfAbsent(service.targetPrefix(), service);
            }
          });
    }
  }

  /** The service that signatures of that scope are for. */
  public static Optional<Service> byScope(String scope) {
    return Optional.ofNullable(Holder.BY_SCOPE.get(scope));
  }

  /** The service whose {@code X-Amz-Target} is {@code prefix.Operation}. */
  public static Optional<Service> byTarget(String target) {
    int dot = target.lastIndexOf('.');
    return Optional.ofNullable(Holder.BY_TARGET.get(dot < 0 ? target : target.substring(0, dot)));
  }
}
