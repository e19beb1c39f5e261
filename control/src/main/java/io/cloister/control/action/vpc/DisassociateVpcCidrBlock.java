package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.id.ResourceId;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DisassociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateVpcCidrBlockResponse;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

/** Takes a block from a VPC: any but the primary one, once no subnet lies in it. */
public record DisassociateVpcCidrBlock()
    implements Action<DisassociateVpcCidrBlockRequest, DisassociateVpcCidrBlockResponse> {
  @Override
  public Class<DisassociateVpcCidrBlockRequest> request() {
    return DisassociateVpcCidrBlockRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AssociationId");
  }

  @Override
  public Decision<DisassociateVpcCidrBlockResponse> decide(
      Network network, Caller caller, DisassociateVpcCidrBlockRequest request, Draw draw) {
    String text = request.associationId();
    if (!ResourceId.matches(VpcCidrAssociationId.PREFIX, text)) {
      throw new AwsException(
          "InvalidVpcCidrBlockAssociationID.Malformed",
          "Invalid id: \"%s\" (expecting \"vpc-cidr-assoc-...\")".formatted(text));
    }
    VpcCidrAssociationId id = new VpcCidrAssociationId(text);
    Vpc vpc =
        network
            .vpcs()
            .where(
                v -> v.scope().equals(caller.scope()) && blocks(v).anyMatch(b -> b.id().equals(id)))
            .findFirst()
            .orElseThrow(() ->
                new AwsException(
                    "InvalidVpcCidrBlockAssociationID.NotFound",
                    "The vpc CIDR block association ID '%s' does not exist".formatted(id)));
    if (vpc.ipv4().getFirst().id().equals(id)) {
      throw new AwsException(
          "OperationNotPermitted",
          "The vpc CIDR block with association ID %s may not be disassociated. It is the primary IPv4 CIDR block of the VPC"
              .formatted(id));
    }
    Vpc.Block block = blocks(vpc).filter(b -> b.id().equals(id)).findFirst().orElseThrow();
    Parts.subnets(network, vpc.id()).stream()
        .filter(s -> cidrs(s).anyMatch(block.cidr()::contains))
        .findFirst()
        .ifPresent(s -> {
          throw new AwsException(
              "InvalidCidrBlock.InUse",
              "The vpc %s currently has a subnet within CIDR block %s: delete %s first"
                  .formatted(vpc.id(), block.cidr(), s.id()));
        });

    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(vpc.withBlocks(without(vpc.ipv4(), id), without(vpc.ipv6(), id))));
    for (RouteTable table : Parts.routeTables(network, vpc.id())) {
      changes.add(
          new Change.Put(
              table.withRoutes(
                  table.routes().stream()
                      .filter(r -> !r.destination().equals(block.cidr()))
                      .toList())));
    }
    DisassociateVpcCidrBlockResponse.Builder answer =
        DisassociateVpcCidrBlockResponse.builder().vpcId(vpc.id().value());
    switch (block.cidr().family()) {
      case IPV4 ->
          answer.cidrBlockAssociation(VpcAnswer.ipv4(block, VpcCidrBlockStateCode.DISASSOCIATING));
      case IPV6 ->
          answer.ipv6CidrBlockAssociation(
              VpcAnswer.ipv6(vpc, block, VpcCidrBlockStateCode.DISASSOCIATING));
    }
    return new Decision<>(changes, answer.build());
  }

  private static Stream<Vpc.Block> blocks(Vpc vpc) {
    return Stream.concat(vpc.ipv4().stream(), vpc.ipv6().stream());
  }

  private static Stream<Prefix> cidrs(Subnet subnet) {
    return Stream.concat(
        Stream.of(subnet.cidr()), subnet.ipv6().stream().map(Subnet.Ipv6Block::cidr));
  }

  private static List<Vpc.Block> without(List<Vpc.Block> blocks, VpcCidrAssociationId id) {
    return blocks.stream().filter(b -> !b.id().equals(id)).toList();
  }
}
