package io.cloister.model.vpc;

import io.cloister.model.id.ResourceId;

/** Whatever has an id of its own and belongs to a scope. */
public sealed interface Resource
    permits DhcpOptions,
        ElasticIp,
        Instance,
        InternetGateway,
        KeyPair,
        NetworkAcl,
        NetworkInterface,
        RouteTable,
        SecurityGroup,
        Subnet,
        Vpc {

  /** The id, unique among all accounts and regions. */
  ResourceId id();

  /** Where it belongs. */
  Scope scope();
}
