package io.cloister.control.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All partitions and Regions of AWS, in a fixed order: partitions as AWS lists them, Regions by
 * name inside their partition. Read once, on first use, from {@code regions.txt} beside this class.
 */
public final class Regions {
  private static final class Holder {
    private static final Regions ALL = read();
  }

  private final List<Partition> partitions = new ArrayList<>();
  private final Map<String, Region> byName = new LinkedHashMap<>();

  private Regions() {}

  /** Every partition, {@code aws} first. */
  public static List<Partition> partitions() {
    return List.copyOf(Holder.ALL.partitions);
  }

  /** Every Region of every partition. */
  public static List<Region> all() {
    return List.copyOf(Holder.ALL.byName.values());
  }

  /** The Regions of one partition, by name; none for a partition that AWS doesn't have. */
  public static List<Region> of(String partition) {
    return Holder.ALL.byName.values().stream()
        .filter(r -> r.partition().name().equals(partition))
        .toList();
  }

  /** The Region with that name, if AWS has it. */
  public static Optional<Region> find(String name) {
    return Optional.ofNullable(Holder.ALL.byName.get(name));
  }

  /**
   * The Region with that name, for callers whose Region has already been checked.
   *
   * @throws IllegalArgumentException if AWS has no such Region
   */
  public static Region get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no Region " + name));
  }

  private static Regions read() {
    Regions regions = new Regions();
    try (InputStream in = Regions.class.getResourceAsStream("regions.txt")) {
      if (in == null) {
        throw new IllegalStateException("regions.txt is not on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          regions.add(split(line, '|'));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return regions;
  }

  /** Not {@code String.split}: the pattern of Region names may hold the separator. */
  private static List<String> split(String line, char separator) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    int fieldsBeforePattern = line.startsWith("partition") ? 3 : Integer.MAX_VALUE;
    for (int at = line.indexOf(separator);
        at >= 0 && fields.size() < fieldsBeforePattern;
        at = line.indexOf(separator, from)) {
      fields.add(line.substring(from, at));
      from = at + 1;
    }
    fields.add(line.substring(from));
    return fields;
  }

  private void add(List<String> line) {
    if (line.getFirst().equals("partition")) {
      partitions.add(new Partition(line.get(1), line.get(2), Pattern.compile(line.get(3))));
      return;
    }
    String name = line.get(1);
    String longName = line.get(2);
    List<Zone> zones = new ArrayList<>();
    for (String zone : split(line.get(5), ' ')) {
      zones.add(
          new Zone(
              name + zone.charAt(0),
              line.get(4) + "-az" + zone.substring(1),
              name,
              name + "-zg-1",
              longName + " 1",
              name));
    }
    boolean optIn = line.get(3).equals("opt-in");
    byName.put(name, new Region(name, longName, partitions.getLast(), optIn, zones));
  }
}
