package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.NetworkAcl;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryResponse;

/** Adds a rule to a network ACL, under a number that its direction doesn't have yet. */
public record CreateNetworkAclEntry()
    implements Action<CreateNetworkAclEntryRequest, CreateNetworkAclEntryResponse> {
  @Override
  public Class<CreateNetworkAclEntryRequest> request() {
    return CreateNetworkAclEntryRequest.class;
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
  public Decision<CreateNetworkAclEntryResponse> decide(
      Network network, Caller caller, CreateNetworkAclEntryRequest request, Draw draw) {

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
    if (AclEntries.find(acl, entry.direction(), entry.number()).isPresent()) {
      throw new AwsException(
          "NetworkAclEntryAlreadyExists",
          "The network acl entry identified by %d already exists: replace it, or choose another number"
              .formatted(entry.number()));
    }
    long there = acl.entries().stream().filter(e -> e.direction() == entry.direction()).count();
    Quotas.of(network, caller).check(Quota.RULES_PER_NETWORK_ACL, there + 1);
    return Decision.of(
        CreateNetworkAclEntryResponse.builder().build(),
        new Change.Put(AclEntries.with(acl, entry)));
  }
}
