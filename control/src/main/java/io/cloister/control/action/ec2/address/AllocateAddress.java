package io.cloister.control.action.ec2.address;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.AllocationId;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;

/** Gives the caller a public address, any free one or the one that is asked for. */
final class AllocateAddress implements Action<AllocateAddressRequest, AllocateAddressResponse> {
  private final PublicPool pool;

  AllocateAddress(PublicPool pool) {
    this.pool = pool;
  }

  @Override
  public Class<AllocateAddressRequest> request() {
    return AllocateAddressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("Domain", "Address", "NetworkBorderGroup", "PublicIpv4Pool", "TagSpecifications");
  }

  @Override
  public Decision<AllocateAddressResponse> decide(
      Network network, Caller caller, AllocateAddressRequest request, Draw draw) {
    only("domain", request.domainAsString(), "vpc");
    only("networkBorderGroup", request.networkBorderGroup(), caller.region());
    if (request.publicIpv4Pool() != null && !request.publicIpv4Pool().equals("amazon")) {
      throw new AwsException(
          "InvalidPublicIpv4PoolID.NotFound",
          "The pool ID '%s' does not exist".formatted(request.publicIpv4Pool()));
    }
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "elastic-ip");
    Quotas.of(network, caller)
        .check(
            Quota.ELASTIC_IPS_PER_REGION,
            network.elasticIps().where(e -> e.scope().equals(caller.scope())).count() + 1);
    PublicPool.Drawing drawing = pool.drawing(network, draw);
    IpAddress address =
        request.address() == null ? drawing.next() : asked(drawing, request.address());
    AllocationId id = new AllocationId(draw.id(AllocationId.PREFIX));
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Put(
            new ElasticIp(id, caller.scope(), address, caller.region(), Optional.empty())));
    changes.addAll(Tagging.changes(id, tags));
    return new Decision<>(
        changes,
        AllocateAddressResponse.builder()
            .allocationId(id.value())
            .publicIp(address.toString())
            .publicIpv4Pool("amazon")
            .networkBorderGroup(caller.region())
            .domain("vpc")
            .build());
  }

  private IpAddress asked(PublicPool.Drawing drawing, String text) {
    IpAddress address =
        IpAddress.parse(text)
            .orElseThrow(() ->
                new AwsException(
                    "InvalidParameterValue",
                    "Value (%s) for parameter address is invalid.".formatted(text)));
    if (!pool.has(address)) {
      throw new AwsException(
          "InvalidAddress.NotFound",
          "Address '%s' not found: addresses come from %s".formatted(text, pool.block()));
    }
    if (!drawing.take(address)) {
      throw new AwsException(
          "AuthFailure", "The address '%s' is in use and can't be given".formatted(text));
    }
    return address;
  }

  private static void only(String parameter, @Nullable String value, String expected) {
    if (value != null && !value.equals(expected)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Invalid value '%s' for %s: the only one here is '%s'"
              .formatted(value, parameter, expected));
    }
  }
}
