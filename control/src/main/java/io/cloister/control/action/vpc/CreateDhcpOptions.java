package io.cloister.control.action.vpc;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Tagging;
import io.cloister.model.id.DhcpOptionsId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.DhcpOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import software.amazon.awssdk.services.ec2.model.CreateDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.CreateDhcpOptionsResponse;
import software.amazon.awssdk.services.ec2.model.NewDhcpConfiguration;

/** Makes a set of DHCP options. */
public record CreateDhcpOptions()
    implements Action<CreateDhcpOptionsRequest, CreateDhcpOptionsResponse> {
  @Override
  public Class<CreateDhcpOptionsRequest> request() {
    return CreateDhcpOptionsRequest.class;
  }

  @Override
  public Set<String> honours() {
    return Set.of("DhcpConfigurations", "TagSpecifications");
  }

  @Override
  public Decision<CreateDhcpOptionsResponse> decide(
      Network network, Caller caller, CreateDhcpOptionsRequest request, Draw draw) {
    SortedMap<String, String> tags = Tagging.given(request.tagSpecifications(), "dhcp-options");
    List<DhcpOptions.Option> options = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (NewDhcpConfiguration given : request.dhcpConfigurations()) {
      DhcpOptions.Option option = DhcpOptionRules.check(given.key(), given.values());
      if (!keys.add(option.key())) {
        throw new AwsException(
            "InvalidParameterValue", "The DHCP option %s is given twice".formatted(option.key()));
      }
      options.add(option);
    }
    if (options.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter dhcpConfiguration");
    }
    DhcpOptions made =
        new DhcpOptions(new DhcpOptionsId(draw.id(DhcpOptionsId.PREFIX)), caller.scope(), options);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(made));
    changes.addAll(Tagging.changes(made.id(), tags));
    return new Decision<>(
        changes,
        CreateDhcpOptionsResponse.builder()
            .dhcpOptions(DhcpOptionsAnswer.of(network.apply(changes), made))
            .build());
  }
}
