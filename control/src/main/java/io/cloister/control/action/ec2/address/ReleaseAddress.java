package io.cloister.control.action.ec2.address;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressRequest;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressResponse;

/**
 * Gives an address back. One that is associated in the default VPC is disassociated by it; in
 * another VPC that must be done first (EC2 API reference, {@code ReleaseAddress}).
 */
final class ReleaseAddress implements Action<ReleaseAddressRequest, ReleaseAddressResponse> {
  @Override
  public Class<ReleaseAddressRequest> request() {
    return ReleaseAddressRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("AllocationId", "PublicIp", "NetworkBorderGroup");
  }

  @Override
  public Decision<ReleaseAddressResponse> decide(
      Network network, Caller caller, ReleaseAddressRequest request, Draw draw) {
    if (request.allocationId() == null && request.publicIp() != null) {
      throw new AwsException(
          "InvalidParameterValue",
          "You must specify an allocation id when releasing a VPC elastic IP address");
    }
    ElasticIp eip = Addresses.one(network, caller, request.allocationId(), request.publicIp());
    if (request.networkBorderGroup() != null
        && !request.networkBorderGroup().equals(eip.borderGroup())) {
      throw new AwsException(
          "InvalidAddress.NotFound",
          "Address '%s' not found in the network border group %s: it is in %s"
              .formatted(eip.address(), request.networkBorderGroup(), eip.borderGroup()));
    }
    eip.association()
        .ifPresent(a -> {
          if (!inDefaultVpc(network, a)) {
            throw new AwsException(
                "InvalidIPAddress.InUse",
                "Address %s is in use: disassociate it from %s first"
                    .formatted(eip.address(), a.eni()));
          }
        });
    return Decision.of(ReleaseAddressResponse.builder().build(), new Change.Remove(eip.id()));
  }

  private static boolean inDefaultVpc(Network network, ElasticIp.Association association) {
    return network
        .vpcs()
        .require(network.interfaces().require(association.eni()).vpc())
        .isDefault();
  }
}
