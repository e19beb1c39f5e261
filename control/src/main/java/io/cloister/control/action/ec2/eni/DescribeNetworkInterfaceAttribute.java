package io.cloister.control.action.ec2.eni;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Network;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfaceAttributeResponse;

/** Describes one attribute of an interface. */
final class DescribeNetworkInterfaceAttribute
    implements Action<
        DescribeNetworkInterfaceAttributeRequest, DescribeNetworkInterfaceAttributeResponse> {
  @Override
  public Class<DescribeNetworkInterfaceAttributeRequest> request() {
    return DescribeNetworkInterfaceAttributeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("NetworkInterfaceId", "Attribute");
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Decision<DescribeNetworkInterfaceAttributeResponse> decide(
      Network network, Caller caller, DescribeNetworkInterfaceAttributeRequest request, Draw draw) {
    var eni =
        InterfaceShapes.of(
            network,
            Lookups.INTERFACE.get(network.interfaces(), caller, request.networkInterfaceId()));
    if (request.attributeAsString() == null) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter attribute");
    }
    var answer =
        DescribeNetworkInterfaceAttributeResponse.builder()
            .networkInterfaceId(eni.networkInterfaceId());
    switch (request.attribute()) {
      case DESCRIPTION ->
          answer.description(AttributeValue.builder().value(eni.description()).build());
      case GROUP_SET -> answer.groups(eni.groups());
      case SOURCE_DEST_CHECK ->
          answer.sourceDestCheck(
              AttributeBooleanValue.builder().value(eni.sourceDestCheck()).build());
      case ATTACHMENT -> answer.attachment(eni.attachment());
      case ASSOCIATE_PUBLIC_IP_ADDRESS ->
          answer.associatePublicIpAddress(eni.association() != null);
      case UNKNOWN_TO_SDK_VERSION ->
          throw new AwsException(
              "InvalidParameterValue",
              "Value (%s) for parameter attribute is invalid. Unknown attribute."
                  .formatted(request.attributeAsString()));
    }
    return Decision.answer(answer.build());
  }
}
