package io.cloister.app.wire.front;

import io.cloister.app.wire.codec.Dialect;
import io.cloister.app.wire.model.Service;
import io.cloister.app.wire.model.Service.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * A service that is here and speaks forms.
 *
 * @param sdk the SDK's name of the service, which is also that of the distilled model
 * @param version of its API
 * @param namespace of its answers
 */
record Spoken(Service service, String sdk, String version, String namespace, Dialect dialect) {
  static final Spoken EC2 =
      new Spoken(
          new Service("ec2", Protocol.EC2, "Amazon EC2", ""),
          "ec2",
          "2016-11-15",
          "http://ec2.amazonaws.com/doc/2016-11-15/",
          Dialect.EC2);
  static final Spoken STS = query("sts", "AWS STS", "sts", "2011-06-15", "https");
  static final Spoken ELB =
      query(
          "elasticloadbalancing",
          "Elastic Load Balancing",
          "elasticloadbalancingv2",
          "2015-12-01",
          "http");

  static final Spoken IAM = query("iam", "AWS IAM", "iam", "2010-05-08", "https");

  /** All of them. */
  static final List<Spoken> ALL = List.of(EC2, STS, ELB, IAM);

  private static Spoken query(
      String scope, String name, String sdk, String version, String scheme) {
    return new Spoken(
        new Service(scope, Protocol.QUERY, name, ""),
        sdk,
        version,
        "%s://%s.amazonaws.com/doc/%s/".formatted(scheme, scope, version),
        Dialect.QUERY);
  }

  /** The one that signatures of that scope are for. */
  static Optional<Spoken> byScope(String scope) {
    return ALL.stream().filter(s -> s.service.scope().equals(scope)).findFirst();
  }

  /** The one whose API has that version: how an unsigned request tells. */
  static Optional<Spoken> byVersion(String version) {
    return ALL.stream().filter(s -> s.version.equals(version)).findFirst();
  }
}
