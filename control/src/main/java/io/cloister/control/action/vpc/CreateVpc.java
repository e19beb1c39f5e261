package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Cidrs;
import io.cloister.control.action.support.PublicPools;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.VpcState;

/**
 * Makes a VPC with its main route table, default network ACL and default security group.
 *
 * @param pools where its addresses must not be, and where its IPv6 block comes from
 */
public record CreateVpc(PublicPools pools) implements Action<CreateVpcRequest, CreateVpcResponse> {
  @Override
  public Class<CreateVpcRequest> request() {
    return CreateVpcRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "CidrBlock",
        "AmazonProvidedIpv6CidrBlock",
        "Ipv6CidrBlockNetworkBorderGroup",
        "InstanceTenancy",
        "TagSpecifications");
  }

  @Override
  public Decision<CreateVpcResponse> decide(
      Network network, Caller caller, CreateVpcRequest request, Draw draw) {
    if (request.cidrBlock() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter cidrBlock");
    }
    Prefix cidr = Cidrs.parse("cidrBlock", Family.IPV4, request.cidrBlock());
    VpcBlocks.check(cidr, pools);
    boolean ipv6 =
        BorderGroup.wantsIpv6(
            caller,
            request.amazonProvidedIpv6CidrBlock(),
            request.ipv6CidrBlockNetworkBorderGroup());
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "vpc");
    Quotas.of(network, caller)
        .check(
            Quota.VPCS_PER_REGION,
            1 + network.vpcs().where(v -> v.scope().equals(caller.scope())).count());

    List<Change> changes = new ArrayList<>();
    DhcpOptionsId options = DefaultDhcpOptions.of(network, caller.scope(), draw::id, changes);
    NewVpc made = NewVpc.of(caller.scope(), cidr, options, tenancy(request), false, draw::id);
    changes.addAll(made.changes());
    Vpc vpc = made.vpc();
    if (ipv6) {
      changes.addAll(
          VpcIpv6.add(
              vpc,
              VpcBlocks.amazonProvided(network, pools),
              List.of(made.main()),
              made.acl(),
              made.group(),
              draw::id));
      vpc = network.apply(changes).vpcs().require(vpc.id());
    }
    changes.addAll(Tagging.changes(vpc.id(), tags));
    return new Decision<>(
        changes,
        CreateVpcResponse.builder().vpc(VpcAnswer.of(vpc, VpcState.PENDING, tags)).build());
  }

  private static String tenancy(CreateVpcRequest request) {
    String tenancy = request.instanceTenancyAsString();
    if (tenancy == null) {
      return "default";
    }
    if (!tenancy.equals("default") && !tenancy.equals("dedicated")) {
      throw new AwsException(
          "UnsupportedTenancy",
          "The tenancy value %s is not supported: a VPC's is default or dedicated"
              .formatted(tenancy));
    }
    return tenancy;
  }
}
