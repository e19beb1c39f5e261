package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.AccountAttribute;
import software.amazon.awssdk.services.ec2.model.AccountAttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesResponse;

/** Tells the attributes of the caller's account in its Region. */
public record DescribeAccountAttributes()
    implements Action<DescribeAccountAttributesRequest, DescribeAccountAttributesResponse> {
  @Override
  public Class<DescribeAccountAttributesRequest> request() {
    return DescribeAccountAttributesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AttributeNames");
  }

  @Override
  public Decision<DescribeAccountAttributesResponse> decide(
      Network network, Caller caller, DescribeAccountAttributesRequest request, Draw draw) {
    Map<String, String> all = all(network, caller);
    List<String> asked = request.attributeNamesAsStrings();
    for (String name : asked) {
      if (!all.containsKey(name)) {
        throw new AwsException(
            "InvalidParameterValue",
            "Value (%s) for parameter attributeName is invalid. Unknown attribute; there are %s"
                .formatted(name, all.keySet()));
      }
    }
    return Decision.answer(
        DescribeAccountAttributesResponse.builder()
            .accountAttributes(
                all.entrySet().stream()
                    .filter(a -> asked.isEmpty() || asked.contains(a.getKey()))
                    .map(a -> answer(a.getKey(), a.getValue()))
                    .toList())
            .build());
  }

  private static Map<String, String> all(Network network, Caller caller) {
    Quotas quotas = Quotas.of(network, caller);
    String elasticIps = Integer.toString(quotas.limit(Quota.ELASTIC_IPS_PER_REGION));
    Map<String, String> all = new TreeMap<>();
    all.put(
        "default-vpc",
        Parts.defaultVpc(network, caller.scope()).map(v -> v.id().value()).orElse("none"));
    all.put("max-elastic-ips", elasticIps);
    // AWS still answers it and says that it means nothing any more.
    all.put("max-instances", "20");
    all.put("supported-platforms", "VPC");
    all.put("vpc-max-elastic-ips", elasticIps);
    all.put(
        "vpc-max-security-groups-per-interface",
        Integer.toString(quotas.limit(Quota.SECURITY_GROUPS_PER_INTERFACE)));
    return all;
  }

  private static AccountAttribute answer(String name, String value) {
    return AccountAttribute.builder()
        .attributeName(name)
        .attributeValues(AccountAttributeValue.builder().attributeValue(value).build())
        .build();
  }
}
