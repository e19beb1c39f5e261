package io.cloister.control.action.endpoint;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.region.Regions;
import io.cloister.model.vpc.VpcEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A service of AWS in a Region, as endpoints may lead to it.
 *
 * @param name such as {@code com.amazonaws.us-east-1.s3}
 * @param shortName the last part, such as {@code s3}
 * @param privateName what it is called inside a VPC, if endpoints may take that name
 */
record AwsService(
    String name, String shortName, VpcEndpoint.Type type, Optional<String> privateName) {

  private record Line(String shortName, VpcEndpoint.Type type, String privatePart) {}

  private static final class Holder {
    private static final List<Line> LINES = read();
  }

  /** Those of the caller's Region, sorted as AWS's list of them is kept here. */
  static List<AwsService> all(Caller caller) {
    String suffix = Regions.get(caller.region()).partition().dnsSuffix();
    return Holder.LINES.stream().map(line -> of(line, caller, suffix)).toList();
  }

  private static AwsService of(Line line, Caller caller, String suffix) {
    // In China only the gateways' services have names that begin as everywhere else.
    boolean chinese =
        caller.partition().equals("aws-cn")
            && !line.shortName().equals("s3")
            && !line.shortName().equals("dynamodb");
    return new AwsService(
        (chinese ? "cn." : "") + "com.amazonaws." + caller.region() + "." + line.shortName(),
        line.shortName(),
        line.type(),
        line.privatePart().equals("-")
            ? Optional.empty()
            : Optional.of(line.privatePart() + "." + caller.region() + "." + suffix));
  }

  /**
   * The service with a name, of a type.
   *
   * @throws AwsException {@code InvalidServiceName} for none, {@code InvalidParameter} for one that
   *     has no endpoints of the type
   */
  static AwsService get(Caller caller, String name, VpcEndpoint.Type type) {
    List<AwsService> named = named(caller, name);
    return named.stream()
        .filter(s -> s.type() == type)
        .findFirst()
        .orElseThrow(() ->
            new AwsException(
                "InvalidParameter",
                "Endpoint type (%s) does not match available service types (%s)."
                    .formatted(type.text(), named.stream().map(s -> s.type().text()).toList())));
  }

  /**
   * The service with a name, of each type that it has.
   *
   * @throws AwsException {@code InvalidServiceName} for none
   */
  static List<AwsService> named(Caller caller, String name) {
    List<AwsService> named = all(caller).stream().filter(s -> s.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new AwsException(
          "InvalidServiceName", "The Vpc Endpoint Service '%s' does not exist".formatted(name));
    }
    return named;
  }

  /** What the names of its endpoints end with, such as {@code s3.us-east-1.vpce.amazonaws.com}. */
  String base(String region) {
    return shortName + "." + region + ".vpce." + Regions.get(region).partition().dnsSuffix();
  }

  private static List<Line> read() {
    try (InputStream in = AwsService.class.getResourceAsStream("services.txt")) {
      if (in == null) {
        throw new IllegalStateException("services.txt is not on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(AwsService::line)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String text) {
    List<String> fields = List.of(text.split("\\|", 3));
    return new Line(
        fields.getFirst(),
        fields.get(1).equals("Gateway") ? VpcEndpoint.Type.GATEWAY : VpcEndpoint.Type.INTERFACE,
        fields.get(2));
  }
}
