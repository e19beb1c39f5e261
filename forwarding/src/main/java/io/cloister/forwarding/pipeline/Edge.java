package io.cloister.forwarding.pipeline;

import io.cloister.model.id.InternetGatewayId;
import io.cloister.model.id.RouteTableId;
import java.util.Optional;

/**
 * Where a VPC meets its internet gateway.
 *
 * @param table the gateway route table, for what comes in through the gateway; empty where that
 *     goes straight to the ports
 */
public record Edge(InternetGatewayId gateway, Optional<RouteTableId> table) {}
