package io.cloister.control.action.ec2.address;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import org.jspecify.annotations.Nullable;

/** Finds Elastic IP addresses as callers name them: by allocation or by the address itself. */
final class Addresses {
  private Addresses() {}

  /** The address that a request names by one of two members. */
  static ElasticIp one(
      Network network, Caller caller, @Nullable String allocation, @Nullable String publicIp) {
    if (allocation != null && publicIp != null) {
      throw new AwsException(
          "InvalidParameterCombination",
          "You may specify public IP or allocation id, but not both in the same call");
    }
    if (allocation != null) {
      return Lookups.ALLOCATION.get(network.elasticIps(), caller, allocation);
    }
    if (publicIp != null) {
      return byAddress(network, caller, publicIp);
    }
    throw new AwsException(
        "MissingParameter", "Either public IP or allocation id must be specified");
  }

  /** The caller's address that is written so. */
  static ElasticIp byAddress(Network network, Caller caller, String publicIp) {
    return network
        .elasticIps()
        .where(e -> e.scope().equals(caller.scope()) && e.address().toString().equals(publicIp))
        .findFirst()
        .orElseThrow(() ->
            new AwsException(
                "InvalidAddress.NotFound", "Address '%s' not found.".formatted(publicIp)));
  }
}
