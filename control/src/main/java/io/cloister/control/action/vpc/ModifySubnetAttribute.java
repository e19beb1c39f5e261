package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Lookups;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.SubnetSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeResponse;

/** Changes one attribute of a subnet. */
public record ModifySubnetAttribute()
    implements Action<ModifySubnetAttributeRequest, ModifySubnetAttributeResponse> {
  private static final Set<String> HOSTNAME_TYPES = Set.of("ip-name", "resource-name");

  @Override
  public Class<ModifySubnetAttributeRequest> request() {
    return ModifySubnetAttributeRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of(
        "SubnetId",
        "MapPublicIpOnLaunch",
        "AssignIpv6AddressOnCreation",
        "EnableDns64",
        "PrivateDnsHostnameTypeOnLaunch",
        "EnableResourceNameDnsARecordOnLaunch",
        "EnableResourceNameDnsAAAARecordOnLaunch");
  }

  @Override
  public Decision<ModifySubnetAttributeResponse> decide(
      Network network, Caller caller, ModifySubnetAttributeRequest request, Draw draw) {
    Subnet subnet = Lookups.SUBNET.get(network.subnets(), caller, request.subnetId());
    Attributes.exactlyOne(
        request.mapPublicIpOnLaunch(),
        request.assignIpv6AddressOnCreation(),
        request.enableDns64(),
        request.privateDnsHostnameTypeOnLaunch(),
        request.enableResourceNameDnsARecordOnLaunch(),
        request.enableResourceNameDnsAAAARecordOnLaunch());
    SubnetSettings now = subnet.settings();
    boolean ipv6 =
        Attributes.value(
            "assignIpv6AddressOnCreation", request.assignIpv6AddressOnCreation(), now.assignIpv6());
    if (ipv6 && subnet.ipv6().isEmpty()) {
      throw new AwsException(
          "InvalidParameterValue",
          "Invalid value 'true' for assignIpv6AddressOnCreation: %s has no IPv6 CIDR block, associate one first"
              .formatted(subnet.id()));
    }
    if (Attributes.value("enableDns64", request.enableDns64(), false)) {
      throw new AwsException(
          "UnsupportedOperation",
          "The parameter enableDns64 is not built: leave it out, or set it to false");
    }
    SubnetSettings then =
        new SubnetSettings(
            Attributes.value(
                "mapPublicIpOnLaunch", request.mapPublicIpOnLaunch(), now.mapPublicIp()),
            ipv6,
            false,
            hostnameType(request.privateDnsHostnameTypeOnLaunchAsString(), now),
            Attributes.value(
                "enableResourceNameDnsARecordOnLaunch",
                request.enableResourceNameDnsARecordOnLaunch(),
                now.nameRecordsA()),
            Attributes.value(
                "enableResourceNameDnsAAAARecordOnLaunch",
                request.enableResourceNameDnsAAAARecordOnLaunch(),
                now.nameRecordsAaaa()));
    return Decision.of(
        ModifySubnetAttributeResponse.builder().build(), new Change.Put(subnet.withSettings(then)));
  }

  private static String hostnameType(@Nullable String wanted, SubnetSettings now) {
    if (wanted == null) {
      return now.hostnameType();
    }
    if (!HOSTNAME_TYPES.contains(wanted)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value (%s) for parameter privateDnsHostnameTypeOnLaunch is invalid: it is ip-name or resource-name"
              .formatted(wanted));
    }
    return wanted;
  }
}
