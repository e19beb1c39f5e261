package io.cloister.model.vpc;

import io.cloister.model.id.NetworkInterfaceId;
import io.cloister.model.id.SubnetId;

/** A subnet that something of AWS is in, and its requester-managed interface there. */
public record Leg(SubnetId subnet, NetworkInterfaceId eni) {}
