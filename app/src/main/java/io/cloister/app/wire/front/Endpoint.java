package io.cloister.app.wire.front;

import io.cloister.app.wire.codec.Dialect;
import io.cloister.app.wire.codec.Form;
import io.cloister.app.wire.codec.Refusals;
import io.cloister.app.wire.codec.RequestReader;
import io.cloister.app.wire.codec.Requests;
import io.cloister.app.wire.codec.ResponseWriter;
import io.cloister.app.wire.message.WireResponse;
import io.cloister.app.wire.model.Operation;
import io.cloister.app.wire.model.ServiceModel;
import io.cloister.control.action.Api;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** A service that is here: its form parameters in, its XML out. */
final class Endpoint {
  private final String version;
  private final Supplier<ServiceModel> model;
  private final Dialect dialect;
  private final Requests requests;
  private final ResponseWriter writer;
  private final Api api;

  private Endpoint(
      String version,
      Supplier<ServiceModel> model,
      Dialect dialect,
      Requests requests,
      ResponseWriter writer,
      Api api) {
    this.version = version;
    this.model = model;
    this.dialect = dialect;
    this.requests = requests;
    this.writer = writer;
    this.api = api;
  }

  /** A service, with what answers it behind. */
  static Endpoint of(Spoken spoken, Api api) {
    return new Endpoint(
        spoken.version(),
        () -> ServiceModel.of(spoken.sdk()),
        spoken.dialect(),
        new Requests(spoken.sdk()),
        new ResponseWriter(spoken.dialect(), spoken.namespace()),
        api);
  }

  /**
   * Answers one call.
   *
   * @throws AwsException what the caller is to be told
   */
  WireResponse answer(Form form, Caller caller, String requestId) {
    String action =
        form.get("Action").filter(a -> !a.isEmpty()).orElseThrow(Refusals::missingAction);
    String asked = form.get("Version").orElse(version);
    if (!asked.equals(version)) {
      throw new AwsException(
          "NoSuchVersion",
          "Version " + Refusals.quote(asked) + " of the API isn't served here; use " + version);
    }
    Operation operation =
        model.get().operation(action).orElseThrow(() -> Refusals.invalidAction(action));
    Requests.Shape shape =
        requests
            .find(operation.name())
            .filter(s -> api.implemented(s.type()))
            .orElseThrow(() -> Refusals.unsupported(action));
    SdkRequest request =
        new RequestReader(model.get(), dialect)
            .read(operation, shape.newBuilder(), form.parameters());
    SdkResponse response = api.call(caller, request);
    return WireResponse.of(
        200, "text/xml;charset=UTF-8", writer.write(action, response, requestId));
  }
}
