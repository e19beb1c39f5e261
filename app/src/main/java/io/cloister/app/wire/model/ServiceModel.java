package io.cloister.app.wire.model;

import io.cloister.app.wire.model.Constraint.Free;
import io.cloister.app.wire.model.Constraint.Items;
import io.cloister.app.wire.model.Constraint.Member;
import io.cloister.app.wire.model.Constraint.Range;
import io.cloister.app.wire.model.Constraint.Struct;
import io.cloister.app.wire.model.Constraint.Text;
import io.cloister.app.wire.model.Constraint.Words;
import io.cloister.app.wire.model.Operation.Pagination;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The model of one service, distilled by {@code tools/distil-model.py}. The resource is cut into
 * lines when first needed (about 2,000 for EC2) and a line is understood when first asked for: a
 * server that starts pays for neither.
 */
public final class ServiceModel {
  private static final Map<String, ServiceModel> LOADED = new ConcurrentHashMap<>();

  private final Map<String, String> operationLines = new TreeMap<>();
  private final Map<String, String> shapeLines = new HashMap<>();
  private final Map<String, Constraint> understood = new ConcurrentHashMap<>();

  private ServiceModel(String resource) {
    Lines.each(
        resource,
        line -> {
          int from = line.indexOf('|') + 1;
          String name = line.substring(from, line.indexOf('|', from));
          (line.startsWith("op|") ? operationLines : shapeLines).put(name, line);
        });
  }

  /** EC2, version 2016-11-15. */
  public static ServiceModel ec2() {
    return of("ec2");
  }

  /** STS, version 2011-06-15. */
  public static ServiceModel sts() {
    return of("sts");
  }

  /**
   * The model of a service that was distilled, read when first asked for.
   *
   * @param sdk the SDK's name of the service, such as {@code elasticloadbalancingv2}
   */
  public static ServiceModel of(String sdk) {
    return LOADED.computeIfAbsent(sdk, name -> new ServiceModel(name + ".txt"));
  }

  /** The names of all operations that AWS has, sorted. */
  public Set<String> operations() {
    return operationLines.keySet();
  }

  /** The operation with that name, if AWS has it. */
  public Optional<Operation> operation(String name) {
    return Optional.ofNullable(operationLines.get(name)).map(ServiceModel::operationOf);
  }

  /** The constraint with that name; {@link Free} for the empty name. */
  public Constraint constraint(String shape) {
    if (shape.isEmpty()) {
      return new Free();
    }
    return understood.computeIfAbsent(
        shape, name -> constraintOf(shapeLines.getOrDefault(name, "free|" + name)));
  }

  private static Operation operationOf(String line) {
    List<String> fields = Lines.fields(line, '|', 5);
    Optional<Pagination> pagination = Optional.empty();
    if (!fields.get(4).equals("-")) {
      List<String> page = Lines.fields(fields.get(4), ',', 3);
      pagination = Optional.of(new Pagination(page.get(0), page.get(1), page.get(2)));
    }
    String input = fields.get(2).equals("-") ? "" : fields.get(2);
    return new Operation(fields.get(1), input, fields.get(3).equals("output"), pagination);
  }

  private static Constraint constraintOf(String line) {
    List<String> f = Lines.fields(line, '|', 5);
    return switch (f.getFirst()) {
      case "struct" -> struct(f.get(2));
      case "list" -> new Items(count(f.get(2), 0), count(f.get(3), Integer.MAX_VALUE), f.get(4));
      case "enum" -> new Words(Set.copyOf(Lines.fields(f.get(2), ',', Integer.MAX_VALUE)));
      case "range" -> new Range(bound(f.get(2)), bound(f.get(3)));
      case "text" ->
          new Text(
              count(f.get(2), 0),
              count(f.get(3), Integer.MAX_VALUE),
              f.get(4).isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(f.get(4))));
      case "free" -> new Free();
      default -> throw new IllegalStateException("the model has a line " + line);
    };
  }

  private static Struct struct(String members) {
    Map<String, Member> byName = new HashMap<>();
    for (String member : Lines.fields(members, ',', Integer.MAX_VALUE)) {
      List<String> parts = Lines.fields(member, '=', 2);
      boolean required = parts.getFirst().endsWith("!");
      String name = parts.getFirst().substring(0, parts.getFirst().length() - (required ? 1 : 0));
      byName.put(name, new Member(required, parts.size() > 1 ? parts.get(1) : ""));
    }
    return new Struct(byName);
  }

  private static int count(String field, int none) {
    return field.isEmpty() ? none : Integer.parseInt(field);
  }

  private static Optional<BigDecimal> bound(String field) {
    return field.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(field));
  }
}
