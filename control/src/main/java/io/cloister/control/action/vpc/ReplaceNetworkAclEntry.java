package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkAcl;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryResponse;

/** Replaces the rule of a number. */
public record ReplaceNetworkAclEntry()
    implements Action<ReplaceNetworkAclEntryRequest, ReplaceNetworkAclEntryResponse> {
  @Override
  public Class<ReplaceNetworkAclEntryRequest> request() {
    return ReplaceNetworkAclEntryRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "NetworkAclId",
        "RuleNumber",
        "Protocol",
        "RuleAction",
        "Egress",
        "CidrBlock",
        "Ipv6CidrBlock",
        "PortRange",
        "IcmpTypeCode");
  }

  @Override
  public Decision<ReplaceNetworkAclEntryResponse> decide(
      Network network, Caller caller, ReplaceNetworkAclEntryRequest request, Draw draw) {

    NetworkAcl acl = Lookups.NETWORK_ACL.get(network.networkAcls(), caller, request.networkAclId());
    NetworkAcl.Entry entry =
        AclEntryRequests.read(
            new AclEntryRequests.Wish(
                request.ruleNumber(),
                request.protocol(),
                request.ruleActionAsString(),
                request.egress(),
                request.cidrBlock(),
                request.ipv6CidrBlock(),
                request.portRange(),
                request.icmpTypeCode()));
    NetworkAcl.Entry there = AclEntries.get(acl, entry.direction(), entry.number());
    return Decision.of(
        ReplaceNetworkAclEntryResponse.builder().build(),
        new Change.Put(AclEntries.with(AclEntries.without(acl, there), entry)));
  }
}
