package io.cloister.app.wire.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/**
 * The SDK's request classes by the name of their operation, each loaded when first asked for.
 *
 * <p>The static {@code builder()} is found by its exact type through a method handle; {@code
 * Class.getMethod} would load every type that any method of the class mentions (1,021 ms against
 * 266 ms for a first call, over a client's interface).
 */
public final class Requests {
  /**
   * One operation's request class.
   *
   * @param type the class of the request
   * @param builder gives an empty builder of it
   */
  public record Shape(Class<? extends SdkRequest> type, MethodHandle builder) {
    /** An empty builder. */
    public SdkPojo newBuilder() {
      try {
        return (SdkPojo) builder.invokeExact();
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final String packageName;
  private final Map<String, Optional<Shape>> shapes = new ConcurrentHashMap<>();

  /**
   * The requests of one service.
   *
   * @param service the SDK's name of the service, such as {@code ec2}
   */
  public Requests(String service) {
    this.packageName = "software.amazon.awssdk.services." + service + ".model.";
  }

  /**
   * The request class of an operation of AWS's model; empty if the SDK is older than the operation.
   *
   * @param operation a name that the model has: never one that a caller made up
   */
  public Optional<Shape> find(String operation) {
    return shapes.computeIfAbsent(operation, this::load);
  }

  private Optional<Shape> load(String operation) {
    String name = packageName + operation + "Request";
    try {
      Class<? extends SdkRequest> type = Class.forName(name).asSubclass(SdkRequest.class);
      MethodHandle builder =
          MethodHandles.publicLookup()
              .findStatic(type, "builder", MethodType.methodType(Class.forName(name + "$Builder")))
              .asType(MethodType.methodType(SdkPojo.class));
      return Optional.of(new Shape(type, builder));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " has no builder()", e);
    }
  }
}
