package io.cloister.control.action.ec2.type;

import io.cloister.control.action.AwsException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.InstanceType;

/** All instance types by name. */
public final class InstanceTypes {
  private static final Pattern ARM = Pattern.compile("(a1|[a-z]+\\d+g[a-z0-9-]*)\\..*");

  /** Virtual CPUs, interfaces, and addresses of an interface, by size. */
  private static final Map<String, int[]> SIZES =
      Map.ofEntries(
          Map.entry("nano", new int[] {2, 2, 2}),
          Map.entry("micro", new int[] {2, 2, 2}),
          Map.entry("small", new int[] {2, 3, 4}),
          Map.entry("medium", new int[] {2, 3, 6}),
          Map.entry("large", new int[] {2, 3, 10}),
          Map.entry("xlarge", new int[] {4, 4, 15}),
          Map.entry("2xlarge", new int[] {8, 4, 15}),
          Map.entry("3xlarge", new int[] {12, 8, 30}),
          Map.entry("4xlarge", new int[] {16, 8, 30}));

  private InstanceTypes() {}

  /**
   * The type with that name.
   *
   * @throws AwsException {@code InvalidParameterValue} when AWS has no such type
   */
  public static TypeFacts get(String name) {
    return find(name)
        .orElseThrow(() ->
            new AwsException(
                "InvalidParameterValue", "Invalid value '%s' for InstanceType.".formatted(name)));
  }

  /** The type with that name, when AWS has it. */
  public static Optional<TypeFacts> find(String name) {
    if (InstanceType.fromValue(name) == InstanceType.UNKNOWN_TO_SDK_VERSION) {
      return Optional.empty();
    }
    int[] size = SIZES.getOrDefault(name.substring(name.indexOf('.') + 1), new int[] {32, 15, 50});
    return Optional.of(
        new TypeFacts(
            name,
            size[0],
            size[1],
            size[2],
            size[2],
            ARM.matcher(name).matches() ? "arm64" : "x86_64"));
  }
}
