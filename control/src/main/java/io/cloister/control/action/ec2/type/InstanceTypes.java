package io.cloister.control.action.ec2.type;

import io.cloister.control.action.AwsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All instance types by name. Read once, on first use, from {@code instance-types.txt} beside this
 * class. All of them are offered in every zone.
 */
public final class InstanceTypes {
  private static final class Holder {
    private static final SortedMap<String, TypeFacts> ALL = read();
  }

  private InstanceTypes() {}

  /** Every type, by name. */
  public static Collection<TypeFacts> all() {
    return Collections.unmodifiableCollection(Holder.ALL.values());
  }

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
    return Optional.ofNullable(Holder.ALL.get(name));
  }

  private static SortedMap<String, TypeFacts> read() {
    SortedMap<String, TypeFacts> types = new TreeMap<>();
    try (InputStream in = InstanceTypes.class.getResourceAsStream("instance-types.txt")) {
      if (in == null) {
        throw new IllegalStateException("instance-types.txt is not on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          List<String> fields = List.of(line.split(" ", -1));
          types.put(
              fields.getFirst(),
              new TypeFacts(
                  fields.getFirst(),
                  Integer.parseInt(fields.get(1)),
                  Long.parseLong(fields.get(2)),
                  Integer.parseInt(fields.get(3)),
                  Integer.parseInt(fields.get(4))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types;
  }
}
