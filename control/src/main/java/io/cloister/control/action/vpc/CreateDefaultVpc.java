package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.region.Regions;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateDefaultVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateDefaultVpcResponse;
import software.amazon.awssdk.services.ec2.model.VpcState;

/** Makes a default VPC again, for who has deleted theirs. */
public record CreateDefaultVpc()
    implements Action<CreateDefaultVpcRequest, CreateDefaultVpcResponse> {
  @Override
  public Class<CreateDefaultVpcRequest> request() {
    return CreateDefaultVpcRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of();
  }

  @Override
  public Decision<CreateDefaultVpcResponse> decide(
      Network network, Caller caller, CreateDefaultVpcRequest request, Draw draw) {
    Parts.defaultVpc(network, caller.scope())
        .ifPresent(vpc -> {
          throw new AwsException(
              "DefaultVpcAlreadyExists",
              "A Default VPC already exists for this account in this region: %s"
                  .formatted(vpc.id()));
        });
    Quotas quotas = Quotas.of(network, caller);
    quotas.check(
        Quota.VPCS_PER_REGION,
        1 + network.vpcs().where(v -> v.scope().equals(caller.scope())).count());
    quotas.check(
        Quota.INTERNET_GATEWAYS_PER_REGION,
        1 + network.internetGateways().where(g -> g.scope().equals(caller.scope())).count());
    List<Change> changes = new ArrayList<>();
    DhcpOptionsId options = DefaultDhcpOptions.of(network, caller.scope(), draw::id, changes);
    DefaultVpc made =
        DefaultVpc.of(caller.scope(), Regions.get(caller.region()).zones(), options, draw::id);
    changes.addAll(made.changes());
    return new Decision<>(
        changes,
        CreateDefaultVpcResponse.builder()
            .vpc(VpcAnswer.of(made.parts().vpc(), VpcState.PENDING, Collections.emptySortedMap()))
            .build());
  }
}
