package io.cloister.app.wire.front;

import io.cloister.app.wire.codec.Refusals;
import io.cloister.app.wire.message.WireRequest;
import io.cloister.app.wire.model.Service;
import io.cloister.app.wire.sign.Access;
import io.cloister.app.wire.sign.Signed;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.region.Region;
import io.cloister.control.region.Regions;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who calls, and in which Region. */
final class Callers {
  private static final Pattern ENDPOINT = Pattern.compile("(?:ec2|sts)\\.([a-z0-9-]+)\\..*");
  private static final String DEFAULT_REGION = "us-east-1";

  /**
   * What the SDKs sign with where a service belongs to no Region and an endpoint was given, and the
   * Region that AWS has the service in.
   */
  private static final Map<String, String> GLOBAL =
      Map.of(
          "aws-global", "us-east-1",
          "aws-cn-global", "cn-north-1",
          "aws-us-gov-global", "us-gov-west-1");

  private Callers() {}

  /**
   * The caller that a request names.
   *
   * @param verified the account, where the signature has been verified
   * @throws AwsException if AWS has no such Region
   */
  static Caller of(
      WireRequest request, Service service, Optional<Signed> signed, Optional<String> verified) {
    String named =
        signed.map(Signed::region).filter(r -> !r.isEmpty()).orElseGet(() -> byHost(request));
    boolean regional = service.equals(Dispatch.EC2) || service.equals(Spoken.ELB.service());
    String name = regional ? named : GLOBAL.getOrDefault(named, named);
    Region region = Regions.find(name).orElseThrow(() -> invalid(service, name));
    String account =
        verified.orElseGet(() ->
            signed.map(s -> Access.accountOf(s.accessKeyId())).orElse(Access.DEFAULT_ACCOUNT));
    return new Caller(account, region.partition().name(), region.name());
  }

  /** A request without a scope may still have come to a Region's endpoint name. */
  private static String byHost(WireRequest request) {
    Matcher host = ENDPOINT.matcher(request.headers().first("host").orElse(""));
    return host.matches() && Regions.find(host.group(1)).isPresent()
        ? host.group(1)
        : DEFAULT_REGION;
  }

  private static AwsException invalid(Service service, String region) {
    String fact =
        "Credential should be scoped to a valid region, not '" + Refusals.quote(region) + "'";
    return service.equals(Dispatch.EC2)
        ? new AwsException("AuthFailure", 401, fact)
        : new AwsException("SignatureDoesNotMatch", 403, fact);
  }
}
