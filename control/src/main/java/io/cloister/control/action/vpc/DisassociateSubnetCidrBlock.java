package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.SubnetCidrAssociationId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.SubnetSettings;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.DisassociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateSubnetCidrBlockResponse;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;

/** Takes a subnet's IPv6 block away, once no interface has an address of it. */
public record DisassociateSubnetCidrBlock()
    implements Action<DisassociateSubnetCidrBlockRequest, DisassociateSubnetCidrBlockResponse> {
  @Override
  public Class<DisassociateSubnetCidrBlockRequest> request() {
    return DisassociateSubnetCidrBlockRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AssociationId");
  }

  @Override
  public Decision<DisassociateSubnetCidrBlockResponse> decide(
      Network network, Caller caller, DisassociateSubnetCidrBlockRequest request, Draw draw) {
    String text = request.associationId();
    if (!ResourceId.matches(SubnetCidrAssociationId.PREFIX, text)) {
      throw new AwsException(
          "InvalidSubnetCidrBlockAssociationID.Malformed",
          "Invalid id: \"%s\" (expecting \"subnet-cidr-assoc-...\")".formatted(text));
    }
    SubnetCidrAssociationId id = new SubnetCidrAssociationId(text);
    Subnet subnet =
        network
            .subnets()
            .where(s ->
                s.scope().equals(caller.scope())
                    && s.ipv6().stream().anyMatch(b -> b.id().equals(id)))
            .findFirst()
            .orElseThrow(() ->
                new AwsException(
                    "InvalidSubnetCidrBlockAssociationID.NotFound",
                    "The subnet CIDR block with association ID '%s' does not exist".formatted(id)));
    Subnet.Ipv6Block block =
        subnet.ipv6().stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow();
    Parts.interfaces(network, subnet.id())
        .filter(eni -> eni.ipv6().stream().anyMatch(block.cidr()::contains))
        .findFirst()
        .ifPresent(eni -> {
          throw new AwsException(
              "InvalidCidrBlock.InUse",
              "The subnet %s currently has an interface with an address of CIDR block %s: unassign those of %s first"
                  .formatted(subnet.id(), block.cidr(), eni.id()));
        });
    return Decision.of(
        DisassociateSubnetCidrBlockResponse.builder()
            .subnetId(subnet.id().value())
            .ipv6CidrBlockAssociation(
                SubnetAnswer.ipv6(block, SubnetCidrBlockStateCode.DISASSOCIATING))
            .build(),
        new Change.Put(
            subnet.withIpv6(List.of()).withSettings(withoutAssigning(subnet.settings()))));
  }

  /** There is nothing left to assign from. */
  private static SubnetSettings withoutAssigning(SubnetSettings s) {
    return new SubnetSettings(
        s.mapPublicIp(), false, s.dns64(), s.hostnameType(), s.nameRecordsA(), s.nameRecordsAaaa());
  }
}
