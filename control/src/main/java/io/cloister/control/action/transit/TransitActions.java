package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import java.util.List;

/** The actions of this package. */
public final class TransitActions {
  private TransitActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all() {
    return List.of(
        new CreateTransitGateway(),
        new ModifyTransitGateway(),
        new DeleteTransitGateway(),
        new DescribeTransitGateways(),
        new DescribeTransitGatewayVpcAttachments(),
        new DescribeTransitGatewayAttachments(),
        new DescribeTransitGatewayRouteTables(),
        new CreateTransitGatewayVpcAttachment(),
        new ModifyTransitGatewayVpcAttachment(),
        new DeleteTransitGatewayVpcAttachment(),
        new CreateTransitGatewayRouteTable(),
        new DeleteTransitGatewayRouteTable(),
        new AssociateTransitGatewayRouteTable(),
        new DisassociateTransitGatewayRouteTable(),
        new EnableTransitGatewayRouteTablePropagation(),
        new DisableTransitGatewayRouteTablePropagation(),
        new CreateTransitGatewayRoute(),
        new ReplaceTransitGatewayRoute(),
        new DeleteTransitGatewayRoute(),
        new SearchTransitGatewayRoutes(),
        new GetTransitGatewayRouteTableAssociations(),
        new GetTransitGatewayRouteTablePropagations(),
        new GetTransitGatewayAttachmentPropagations());
  }
}
