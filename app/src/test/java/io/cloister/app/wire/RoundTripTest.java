package io.cloister.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.wire.codec.Requests;
import io.cloister.app.wire.model.Constraint.Free;
import io.cloister.app.wire.model.Operation;
import io.cloister.app.wire.model.ServiceModel;
import io.cloister.control.action.Caller;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * Every operation that the SDK and AWS's model both have, by the SDK's own client: it marshals, we
 * read; we write, it parses. Nothing may be lost on either way.
 */
class RoundTripTest {
  private static final Caller CALLER = new Caller("123456789012", "aws", "eu-central-1");

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_101})
  void everyOperationOfEc2SurvivesTheWire(long seed) throws ReflectiveOperationException {
    List<SdkResponse> next = new ArrayList<>();
    Answering api = new Answering(request -> next.removeFirst());
    try (Ec2Client client = InProcess.ec2(api, CALLER)) {
      assertThat(checked(seed, "ec2", Ec2Client.class, client, api, next)).isGreaterThan(700);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_101})
  void everyOperationOfLoadBalancingSurvivesTheWire(long seed) throws ReflectiveOperationException {
    List<SdkResponse> next = new ArrayList<>();
    Answering api = new Answering(request -> next.removeFirst());
    String service = "elasticloadbalancingv2";
    try (ElasticLoadBalancingV2Client client = InProcess.elb(api, CALLER)) {
      assertThat(checked(seed, service, ElasticLoadBalancingV2Client.class, client, api, next))
          .isGreaterThan(45);
    }
  }

  private static <C> int checked(
      long seed, String service, Class<C> type, C client, Answering api, List<SdkResponse> next)
      throws ReflectiveOperationException {
    Map<Class<?>, Method> methods = methods(type);
    Requests requests = new Requests(service);
    ServiceModel model = ServiceModel.of(service);
    int checked = 0;
    for (String name : model.operations()) {
      Optional<Requests.Shape> shape = requests.find(name);
      if (shape.isEmpty()) {
        continue;
      }
      Operation operation = model.operation(name).orElseThrow();
      Method method =
          Objects.requireNonNull(methods.get(shape.get().type()), "no method for " + name);
      SdkRequest request = request(seed, model, operation, shape.get());
      SdkResponse response = response(seed, model, method.getReturnType());
      next.add(response);
      String story = "seed " + seed + ": " + name;
      SdkResponse parsed = (SdkResponse) method.invoke(client, request);
      SdkRequest read = api.requests.getLast();
      assertThat(read.equalsBySdkFields(request))
          .as("%s%nsent %s%nread %s", story, request, read)
          .isTrue();
      assertThat(parsed.equalsBySdkFields(response))
          .as("%s%nwritten %s%nparsed %s", story, response, parsed)
          .isTrue();
      checked++;
    }
    assertThat(api.callers).containsOnly(CALLER);
    return checked;
  }

  private static SdkRequest request(
      long seed, ServiceModel model, Operation operation, Requests.Shape shape) {
    Values values = new Values(seed, model, 0);
    return (SdkRequest) values.fill(shape.newBuilder(), model.constraint(operation.input()));
  }

  private static SdkResponse response(long seed, ServiceModel model, Class<?> type)
      throws ReflectiveOperationException {
    SdkPojo builder = (SdkPojo) type.getMethod("builder").invoke(null);
    return (SdkResponse) new Values(seed, model, 1_000_000).fill(builder, new Free());
  }

  private static Map<Class<?>, Method> methods(Class<?> client) {
    Map<Class<?>, Method> methods = new HashMap<>();
    Arrays.stream(client.getMethods())
        .filter(m -> m.getParameterCount() == 1)
        .filter(m -> SdkRequest.class.isAssignableFrom(m.getParameterTypes()[0]))
        .filter(m -> SdkResponse.class.isAssignableFrom(m.getReturnType()))
        .forEach(m -> methods.put(m.getParameterTypes()[0], m));
    return methods;
  }
}
