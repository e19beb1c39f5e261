package io.cloister.control.action.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Action;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.elb.ElbActions;
import io.cloister.control.action.elb.targets.Healths;
import io.cloister.control.action.endpoint.EndpointActions;
import io.cloister.control.action.flowlog.FlowLogActions;
import io.cloister.control.action.iam.IamActions;
import io.cloister.control.action.peering.PeeringActions;
import io.cloister.control.action.transit.TransitActions;
import io.cloister.control.action.vpc.VpcActions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/** A member that is honoured under a name that AWS doesn't have would never be let through. */
class HonouredMembersTest {
  static List<Action<?, ?>> all() {
    return Stream.of(
            Ec2Actions.all(),
            VpcActions.all(),
            PeeringActions.all(),
            EndpointActions.all(),
            IamActions.all(),
            TransitActions.all(),
            FlowLogActions.all(),
            ElbActions.all(Healths.NONE, PublicPool.DEFAULT))
        .<Action<?, ?>>flatMap(List::stream)
        .toList();
  }

  @Test
  void noActionIsThereTwice() {
    assertThat(all()).extracting(Action::request).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyHonouredMemberIsAmongTheRequests(Action<?, ?> action) throws Exception {
    Method builder = action.request().getMethod("builder");
    SdkPojo empty = (SdkPojo) builder.invoke(null);
    assertThat(empty).isNotNull();
    for (String path : action.honours()) {
      SdkPojo at = empty;
      List<String> walked = new ArrayList<>();
      for (String name : path.split("\\.", -1)) {
        SdkField<?> field =
            at.sdkFields().stream()
                .filter(f -> f.memberName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                    new AssertionError(
                        "%s: %s has no %s"
                            .formatted(action.request().getSimpleName(), walked, name)));
        walked.add(name);
        at = inside(field, at);
      }
    }
  }

  private static SdkPojo inside(SdkField<?> field, SdkPojo otherwise) {
    SdkField<?> item =
        field.marshallingType().equals(MarshallingType.LIST)
            ? field.getTrait(ListTrait.class).memberFieldInfo()
            : field;
    return item.marshallingType().equals(MarshallingType.SDK_POJO)
        ? item.constructor().get()
        : otherwise;
  }
}
