package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Changes how an instance reaches its metadata. Kept for the service that answers there. */
final class ModifyInstanceMetadataOptions
    implements Action<ModifyInstanceMetadataOptionsRequest, ModifyInstanceMetadataOptionsResponse> {
  private static final int MOST_HOPS = 64;

  @Override
  public Class<ModifyInstanceMetadataOptionsRequest> request() {
    return ModifyInstanceMetadataOptionsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "InstanceId",
        "HttpTokens",
        "HttpPutResponseHopLimit",
        "HttpEndpoint",
        "HttpProtocolIpv6",
        "InstanceMetadataTags");
  }

  @Override
  public Decision<ModifyInstanceMetadataOptionsResponse> decide(
      Network network, Caller caller, ModifyInstanceMetadataOptionsRequest request, Draw draw) {
    Instance instance = InstanceStates.one(network, caller, request.instanceId(), draw);
    Integer hops = request.httpPutResponseHopLimit();
    if (hops != null && (hops < 1 || hops > MOST_HOPS)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%d) for parameter HttpPutResponseHopLimit is invalid. Expecting 1 to %d"
              .formatted(hops, MOST_HOPS));
    }
    RunInstancesRequest options = LaunchOptions.of(instance);
    InstanceMetadataOptionsRequest.Builder metadata =
        options.metadataOptions() == null
            ? InstanceMetadataOptionsRequest.builder()
            : options.metadataOptions().toBuilder();
    if (request.httpTokensAsString() != null) {
      metadata.httpTokens(request.httpTokensAsString());
    }
    if (hops != null) {
      metadata.httpPutResponseHopLimit(hops);
    }
    if (request.httpEndpointAsString() != null) {
      metadata.httpEndpoint(request.httpEndpointAsString());
    }
    if (request.httpProtocolIpv6AsString() != null) {
      metadata.httpProtocolIpv6(request.httpProtocolIpv6AsString());
    }
    if (request.instanceMetadataTagsAsString() != null) {
      metadata.instanceMetadataTags(request.instanceMetadataTagsAsString());
    }
    RunInstancesRequest changed = options.toBuilder().metadataOptions(metadata.build()).build();
    return Decision.of(
        ModifyInstanceMetadataOptionsResponse.builder()
            .instanceId(instance.id().value())
            .instanceMetadataOptions(OptionShapes.metadata(changed))
            .build(),
        new Change.Put(LaunchOptions.with(instance, changed)));
  }
}
