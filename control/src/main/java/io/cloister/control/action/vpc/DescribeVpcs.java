package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Describing;
import io.cloister.control.action.support.Filters;
import io.cloister.control.action.support.Lookups;
import io.cloister.control.action.support.Page;
import io.cloister.model.id.ResourceId;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Vpc;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;

/** Describes VPCs. */
public record DescribeVpcs() implements Action<DescribeVpcsRequest, DescribeVpcsResponse> {
  private static final Filters<Vpc> FILTERS =
      Filters.<Vpc>of(Vpc::id)
          .one("cidr", Vpc::primary)
          .with(
              "cidr-block-association.cidr-block",
              v -> v.ipv4().stream().map(b -> b.cidr().toString()))
          .with(
              "cidr-block-association.association-id",
              v -> v.ipv4().stream().map(b -> b.id().value()))
          .with("cidr-block-association.state", v -> v.ipv4().stream().map(_ -> "associated"))
          .one(
              "dhcp-options-id",
              v -> v.dhcpOptions().map(ResourceId::value).orElse(VpcAnswer.NO_DHCP_OPTIONS))
          .with(
              "ipv6-cidr-block-association.ipv6-cidr-block",
              v -> v.ipv6().stream().map(b -> b.cidr().toString()))
          .with("ipv6-cidr-block-association.ipv6-pool", v -> v.ipv6().stream().map(_ -> "Amazon"))
          .with(
              "ipv6-cidr-block-association.association-id",
              v -> v.ipv6().stream().map(b -> b.id().value()))
          .with("ipv6-cidr-block-association.state", v -> v.ipv6().stream().map(_ -> "associated"))
          .one("is-default", Vpc::isDefault)
          .one("isDefault", Vpc::isDefault)
          .one("owner-id", v -> v.scope().account())
          .with("state", _ -> Stream.of("available"))
          .one("vpc-id", Vpc::id);

  @Override
  public Class<DescribeVpcsRequest> request() {
    return DescribeVpcsRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("VpcIds", "Filters", "MaxResults", "NextToken");
  }

  @Override
  public Decision<DescribeVpcsResponse> decide(
      Network network, Caller caller, DescribeVpcsRequest request, Draw draw) {
    Page<Vpc> page =
        new Describing(
                "vpcIds",
                request.vpcIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken())
            .page(network, caller, Lookups.VPC, network.vpcs(), FILTERS);
    return Decision.answer(
        DescribeVpcsResponse.builder()
            .vpcs(page.items().stream().map(v -> VpcAnswer.of(network, v)).toList())
            .nextToken(page.nextToken())
            .build());
  }
}
