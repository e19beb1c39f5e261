package io.cloister.app.wire.front;

import io.cloister.app.wire.codec.Form;
import io.cloister.app.wire.message.WireRequest;
import io.cloister.app.wire.model.Service;
import io.cloister.app.wire.model.Service.Protocol;
import io.cloister.app.wire.sign.Signed;
import java.util.Optional;

/**
 * Which service a request is for: by its signature's scope, else by {@code X-Amz-Target}, else by
 * the {@code Version} among its parameters.
 */
final class Dispatch {
  static final Service EC2 = Spoken.EC2.service();

  private Dispatch() {}

  /** The service, as far as headers tell; EC2 if they don't. */
  static Service byHeaders(WireRequest request) {
    Optional<String> target = request.headers().first("x-amz-target");
    Optional<Signed> signed = Signed.of(request);
    if (signed.isPresent()) {
      String scope = signed.get().service();
      Optional<Spoken> here = Spoken.byScope(scope);
      if (here.isPresent()) {
        return here.get().service();
      }
      return target
          .flatMap(Service::byTarget)
          .filter(s -> s.scope().equals(scope))
          .or(() -> Service.byScope(scope))
          .map(s -> asSpoken(s, request))
          .orElseGet(() -> new Service(scope, Protocol.QUERY, "the service " + scope, ""));
    }
    return target
        .map(t ->
            Service.byTarget(t)
                .orElseGet(() -> new Service(t, Protocol.JSON, "the service of " + t, "")))
        .map(s -> asSpoken(s, request))
        .orElse(EC2);
  }

  /** Some services speak several protocols; the request shows which its client reads. */
  private static Service asSpoken(Service service, WireRequest request) {
    Protocol protocol = service.protocol();
    String type = request.headers().first("content-type").orElse("");
    if (request.headers().first("smithy-protocol").filter("rpc-v2-cbor"::equals).isPresent()) {
      protocol = Protocol.SMITHY_RPC_V2_CBOR;
    } else if (request.headers().first("x-amz-target").isPresent()) {
      protocol = Protocol.JSON;
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      protocol = Protocol.QUERY;
    }
    return new Service(service.scope(), protocol, service.name(), service.targetPrefix());
  }

  static boolean speaksForms(Service service) {
    return Spoken.byScope(service.scope()).isPresent();
  }

  /** What an unsigned request with parameters is for. */
  static Service byVersion(Service named, Optional<Signed> signed, Form form) {
    if (signed.isPresent()) {
      return named;
    }
    String version = form.get("Version").orElse("");
    return version.equals("2012-06-01")
        ? Spoken.ELB.service()
        : Spoken.byVersion(version).map(Spoken::service).orElse(named);
  }
}
