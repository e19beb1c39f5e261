package io.cloister.app.wire.front;

import io.cloister.app.wire.codec.Form;
import io.cloister.app.wire.codec.Refusals;
import io.cloister.app.wire.message.WireRequest;
import io.cloister.app.wire.message.WireResponse;
import io.cloister.app.wire.model.Service;
import io.cloister.app.wire.sign.Access;
import io.cloister.app.wire.sign.Signed;
import io.cloister.app.wire.sign.Verifier;
import io.cloister.control.action.Api;
import io.cloister.control.action.AwsException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests to any of AWS's services. With {@code AWS_ENDPOINT_URL} set, the calls of all
 * services arrive on one port; each is told by name, in its own error envelope, that it isn't here,
 * but those of {@link Spoken}, which are.
 *
 * <p>No request makes it throw, and none but one that meets a fault of ours gets a 500: that is
 * {@code InternalError}, logged once under the request's id.
 */
public final class Front {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  private final Map<Service, Endpoint> endpoints = new HashMap<>();
  private final Optional<Verifier> verifier;

  /**
   * A front before one API.
   *
   * @param api answers all but STS
   * @param access who may call
   * @param clock what signatures' times are held against
   */
  public Front(Api api, Access access, InstantSource clock) {
    for (Spoken spoken : Spoken.ALL) {
      endpoints.put(
          spoken.service(), Endpoint.of(spoken, spoken.equals(Spoken.STS) ? new Identity() : api));
    }
    this.verifier =
        switch (access) {
          case Access.Open _ -> Optional.empty();
          case Access.Keys keys -> Optional.of(new Verifier(keys, clock));
        };
  }

  /** The answer to a request, with a fresh request id. */
  public WireResponse answer(WireRequest request) {
    String id = UUID.randomUUID().toString();
    Service service = Dispatch.EC2;
    WireResponse response;
    try {
      service = Dispatch.byHeaders(request);
      response = answer(request, service, id);
    } catch (AwsException e) {
      response = Envelope.of(service, e, id);
    } catch (RuntimeException | StackOverflowError e) {
      response = Envelope.of(service, internal(id, "reading of a request", e), id);
    }
    return response.with("x-amzn-RequestId", id);
  }

  /** A refusal made before the request was looked at, in the protocol of the service it is for. */
  public static WireResponse refuse(WireRequest request, AwsException error) {
    String id = UUID.randomUUID().toString();
    Service service = Dispatch.EC2;
    try {
      service = Dispatch.byHeaders(request);
    } catch (AwsException e) {
      LOG.debug("a refused request has no readable signature either", e);
    }
    return Envelope.of(service, error, id).with("x-amzn-RequestId", id);
  }

  /** A refusal of what could not even be read, in EC2's envelope. */
  public static WireResponse refuse(AwsException error) {
    String id = UUID.randomUUID().toString();
    return Envelope.of(Dispatch.EC2, error, id).with("x-amzn-RequestId", id);
  }

  /** A refusal for those who speak no protocol of AWS's: JSON. */
  public static WireResponse refuseJson(AwsException error) {
    return Envelope.json(error);
  }

  private WireResponse answer(WireRequest request, Service named, String id) {
    Optional<Signed> signed = Signed.of(request);
    Form form = Form.none();
    Service service = named;
    if (Dispatch.speaksForms(named)) {
      form = form(request);
      service = Dispatch.byVersion(named, signed, form);
    }
    try {
      Endpoint endpoint = endpoints.get(service);
      if (endpoint == null) {
        throw new AwsException(
            "UnsupportedOperation",
            "Cloister doesn't have " + service.name() + "; it answers " + spoken());
      }
      Optional<String> account = verifier.map(v -> v.account(request, signed));
      return endpoint.answer(form, Callers.of(request, service, signed, account), id);
    } catch (AwsException e) {
      return Envelope.of(service, e, id);
    } catch (RuntimeException | StackOverflowError e) {
      String action = Refusals.quote(form.get("Action").orElse("no action"));
      return Envelope.of(service, internal(id, action, e), id);
    }
  }

  private static String spoken() {
    return Spoken.ALL.stream().map(s -> s.service().name()).collect(Collectors.joining(", "));
  }

  /** Reads the parameters of EC2 and query services, which come by POST or GET to the root. */
  private static Form form(WireRequest request) {
    if (!request.method().equals("POST") && !request.method().equals("GET")) {
      throw new AwsException(
          "MethodNotAllowed", 405, "The API takes POST and GET, not " + request.method());
    }
    if (!request.path().equals("/") && !request.path().isEmpty()) {
      throw new AwsException(
          "InvalidAction",
          404,
          "Nothing is served at " + Refusals.quote(request.path()) + "; the API is at /");
    }
    if (request.cut()) {
      throw new AwsException(
          "RequestEntityTooLarge", 413, "The request is larger than the API takes");
    }
    return Form.parse(request.query(), request.body());
  }

  private static AwsException internal(String id, String what, Throwable fault) {
    LOG.error("request {}: {} failed", id, what, fault);
    return new AwsException(
        "InternalError", 500, "An internal error has occurred; the server's log has it");
  }
}
