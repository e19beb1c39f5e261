package io.cloister.control.action.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Cloud;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.InstanceProfileId;
import io.cloister.model.id.NetworkAclId;
import io.cloister.model.id.RouteTableAssociationId;
import io.cloister.model.id.RouteTableId;
import io.cloister.model.id.SecurityGroupId;
import io.cloister.model.id.SubnetCidrAssociationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcCidrAssociationId;
import io.cloister.model.id.VpcId;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.network.Observation;
import io.cloister.model.vpc.HostedZone;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.NetworkAcl;
import io.cloister.model.vpc.RouteTable;
import io.cloister.model.vpc.RouteTableAssociation;
import io.cloister.model.vpc.Scope;
import io.cloister.model.vpc.SecurityGroup;
import io.cloister.model.vpc.Subnet;
import io.cloister.model.vpc.SubnetSettings;
import io.cloister.model.vpc.Vpc;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;

/**
 * A cloud with the actions of EC2, and a VPC of 10.0.0.0/16 besides the default one: {@link
 * #SUBNET} 10.0.1.0/24 in us-east-1a, {@link #SMALL} 10.0.2.0/28 in us-east-1b with IPv6.
 */
public final class Ec2 {
  public static final String AMI = "ami-0123456789abcdef0";
  public static final String VPC = "vpc-0000000000000000a";
  public static final String SUBNET = "subnet-0000000000000000a";
  public static final String SMALL = "subnet-0000000000000000b";
  public static final String GROUP = "sg-0000000000000000a";

  private static final Map<Class<?>, Action<?, ?>> ACTIONS = new HashMap<>();

  static {
    Ec2Actions.all().forEach(a -> ACTIONS.put(a.request(), a));
  }

  private final Cloud cloud;

  private Ec2(Cloud cloud) {
    this.cloud = cloud;
  }

  public static Ec2 fresh() {
    Cloud cloud = Cloud.fresh();
    var scope = cloud.caller().scope();
    VpcId vpc = new VpcId(VPC);
    return new Ec2(
        cloud.apply(
            new Change.Put(
                new InstanceProfile(
                    new InstanceProfileId("AIPA0000000000000000A"),
                    new Scope(scope.account(), scope.partition(), HostedZone.REGION),
                    "role",
                    "/",
                    Optional.empty(),
                    Instant.EPOCH)),
            new Change.Put(
                new Vpc(
                    vpc,
                    scope,
                    List.of(
                        new Vpc.Block(
                            new VpcCidrAssociationId("vpc-cidr-assoc-0000000000000000a"),
                            Prefix.of("10.0.0.0/16"))),
                    List.of(
                        new Vpc.Block(
                            new VpcCidrAssociationId("vpc-cidr-assoc-0000000000000000b"),
                            Prefix.of("2001:db8:1::/56"))),
                    Optional.empty(),
                    true,
                    false,
                    false,
                    "default",
                    false)),
            new Change.Put(
                new SecurityGroup(
                    new SecurityGroupId(GROUP), scope, vpc, "default", "default", List.of())),
            new Change.Put(
                new RouteTable(
                    new RouteTableId("rtb-0000000000000000a"),
                    scope,
                    vpc,
                    List.of(),
                    List.of(
                        new RouteTableAssociation(
                            new RouteTableAssociationId("rtbassoc-0000000000000000a"),
                            new RouteTableAssociation.Main())))),
            new Change.Put(
                new NetworkAcl(
                    new NetworkAclId("acl-0000000000000000a"),
                    scope,
                    vpc,
                    true,
                    List.of(),
                    List.of())),
            new Change.Put(
                new Subnet(
                    new SubnetId(SUBNET),
                    scope,
                    vpc,
                    "us-east-1a",
                    Prefix.of("10.0.1.0/24"),
                    List.of(),
                    false,
                    SubnetSettings.NEW)),
            new Change.Put(
                new Subnet(
                    new SubnetId(SMALL),
                    scope,
                    vpc,
                    "us-east-1b",
                    Prefix.of("10.0.2.0/28"),
                    List.of(
                        new Subnet.Ipv6Block(
                            new SubnetCidrAssociationId("subnet-cidr-assoc-0000000000000000a"),
                            Prefix.of("2001:db8:1:2::/64"))),
                    false,
                    SubnetSettings.NEW))));
  }

  public Cloud cloud() {
    return cloud;
  }

  public Network network() {
    return cloud.network();
  }

  public Caller caller() {
    return cloud.caller();
  }

  /** The same cloud for another account. */
  public Ec2 as(String account) {
    return new Ec2(cloud.as(account, "aws", "us-east-1"));
  }

  /** Decides and applies; the answer's class is the caller's to know. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The request names its answer.
  public <O extends SdkResponse> O call(SdkRequest request) {
    return (O) cloud.call((Action<SdkRequest, SdkResponse>) action(request), request);
  }

  /** The error that a request is refused with. */
  @SuppressWarnings("unchecked")
  public AwsException refusal(SdkRequest request) {
    return cloud.refusal((Action<SdkRequest, SdkResponse>) action(request), request);
  }

  /** The code that a request is refused with. */
  public String code(SdkRequest request) {
    return refusal(request).code();
  }

  private static Action<?, ?> action(SdkRequest request) {
    Action<?, ?> action = ACTIONS.get(request.getClass());
    assertThat(action).as("an action for %s", request.getClass().getSimpleName()).isNotNull();
    return java.util.Objects.requireNonNull(action);
  }

  /** What the data plane reports. */
  public void report(Observation observation) {
    cloud.apply(Observations.decide(network(), observation, cloud.draw()).toArray(Change[]::new));
  }

  /** Launches one instance and lets it run. */
  public Instance run(RunInstancesRequest.Builder request) {
    RunInstancesResponse answer =
        call(request.imageId(AMI).instanceType("t3.micro").minCount(1).maxCount(1).build());
    String id = answer.instances().getFirst().instanceId();
    report(new Observation.InstanceRunning(new InstanceId(id)));
    return describe(id);
  }

  /** An instance as it is described now. */
  public Instance describe(String id) {
    DescribeInstancesResponse answer =
        call(DescribeInstancesRequest.builder().instanceIds(id).build());
    return answer.reservations().getFirst().instances().getFirst();
  }
}
