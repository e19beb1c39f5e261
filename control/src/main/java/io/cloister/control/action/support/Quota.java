package io.cloister.control.action.support;

/**
 * A quota of AWS's with its default and the error code of a call that would exceed it. Sources:
 * Amazon VPC quotas (VPC user guide), EC2 endpoints and quotas, EC2's list of error codes.
 */
public enum Quota {
  /** VPCs in a Region, the default one included. */
  VPCS_PER_REGION("L-F678F1CE", 5, "VpcLimitExceeded", "VPCs in a Region"),
  /** Subnets in a VPC. */
  SUBNETS_PER_VPC("L-407747CB", 200, "SubnetLimitExceeded", "subnets in a VPC"),
  /** IPv4 blocks of a VPC, the primary one included. */
  IPV4_CIDRS_PER_VPC("L-83CA0A9D", 5, "CidrLimitExceeded", "IPv4 CIDR blocks of a VPC"),
  /** IPv6 blocks of a VPC. */
  IPV6_CIDRS_PER_VPC("L-085A6257", 5, "CidrLimitExceeded", "IPv6 CIDR blocks of a VPC"),
  /** Internet gateways in a Region. */
  INTERNET_GATEWAYS_PER_REGION(
      "L-A4707A72", 5, "InternetGatewayLimitExceeded", "internet gateways in a Region"),
  /** Route tables of a VPC, the main one included. */
  ROUTE_TABLES_PER_VPC("L-589F43AA", 200, "RouteTableLimitExceeded", "route tables of a VPC"),
  /** Routes in a table that aren't propagated; the local ones don't count. */
  ROUTES_PER_ROUTE_TABLE("L-93826ACB", 500, "RouteLimitExceeded", "routes in a route table"),
  /** Network ACLs of a VPC. */
  NETWORK_ACLS_PER_VPC("L-B4A6D682", 200, "NetworkAclLimitExceeded", "network ACLs of a VPC"),
  /** Rules of a network ACL in one direction, both families together. */
  RULES_PER_NETWORK_ACL(
      "L-2AEEBF1A", 20, "NetworkAclEntryLimitExceeded", "rules of a network ACL in a direction"),
  /** Security groups in a Region. */
  SECURITY_GROUPS_PER_REGION(
      "L-E79EC296", 2500, "SecurityGroupLimitExceeded", "security groups in a Region"),
  /** Rules of a group in one direction, each family counted for itself. */
  RULES_PER_SECURITY_GROUP(
      "L-0EA8095F",
      60,
      "RulesPerSecurityGroupLimitExceeded",
      "rules of a security group in a direction"),
  /** Groups that an interface carries. */
  SECURITY_GROUPS_PER_INTERFACE(
      "L-2AFB9258",
      5,
      "SecurityGroupsPerInterfaceLimitExceeded",
      "security groups of a network interface"),
  /** Network interfaces in a Region. */
  INTERFACES_PER_REGION(
      "L-DF5E4CA3", 5000, "NetworkInterfaceLimitExceeded", "network interfaces in a Region"),
  /** Elastic IP addresses in a Region. */
  ELASTIC_IPS_PER_REGION("L-0263D0A3", 5, "AddressLimitExceeded", "Elastic IPs in a Region"),
  /**
   * The virtual CPUs of running On-Demand standard instances in a Region. The one default that
   * isn't AWS's: that is 5, and AWS raises it by an account's use, so that few have ever met it.
   */
  STANDARD_VCPUS_PER_REGION(
      "L-1216C47A", 2560, "VcpuLimitExceeded", "vCPUs of running standard instances in a Region"),
  /** Application Load Balancers in a Region. */
  APPLICATION_LOAD_BALANCERS_PER_REGION(
      "L-53DA6B97", 50, "TooManyLoadBalancers", "Application Load Balancers in a Region"),
  /** Network Load Balancers in a Region. */
  NETWORK_LOAD_BALANCERS_PER_REGION(
      "L-69A177A2", 50, "TooManyLoadBalancers", "Network Load Balancers in a Region"),
  /** Target groups in a Region. */
  TARGET_GROUPS_PER_REGION("L-B22855CB", 3000, "TooManyTargetGroups", "target groups in a Region"),
  /** Listeners of a load balancer. */
  LISTENERS_PER_LOAD_BALANCER("L-B6DF7632", 50, "TooManyListeners", "listeners of a load balancer"),
  /** Rules of an Application Load Balancer; the default ones don't count. */
  RULES_PER_LOAD_BALANCER("L-6DC8BB0D", 100, "TooManyRules", "rules of a load balancer"),
  /** Targets of a target group. */
  TARGETS_PER_TARGET_GROUP("L-A0D0B863", 1000, "TooManyTargets", "targets of a target group"),
  /** Certificates of a listener's load balancer; default ones don't count. */
  CERTIFICATES_PER_LISTENER("L-7D3F7F5C", 25, "TooManyCertificates", "certificates of a listener"),
  /** Key pairs in a Region. */
  KEY_PAIRS_PER_REGION("", 5000, "KeyPairLimitExceeded", "key pairs in a Region"),
  /** Peering connections of a VPC that are active. */
  ACTIVE_PEERINGS_PER_VPC(
      "L-7E9ECCDB",
      50,
      "ActiveVpcPeeringConnectionPerVpcLimitExceeded",
      "active VPC peering connections of a VPC"),
  /** Peering connections that an account has asked for and nobody has accepted. */
  OUTSTANDING_PEERINGS(
      "L-DC9F7029",
      25,
      "OutstandingVpcPeeringConnectionLimitExceeded",
      "outstanding VPC peering connection requests in a Region"),
  /** Gateway endpoints in a Region. */
  GATEWAY_ENDPOINTS_PER_REGION(
      "L-1B52E74A", 20, "VpcEndpointLimitExceeded", "gateway endpoints in a Region"),
  /** Interface endpoints of a VPC. */
  INTERFACE_ENDPOINTS_PER_VPC(
      "L-29B6F2EB", 50, "VpcEndpointLimitExceeded", "interface endpoints of a VPC"),
  /** Transit gateways in a Region. */
  TRANSIT_GATEWAYS_PER_REGION(
      "L-A2478D36", 5, "TransitGatewayLimitExceeded", "transit gateways in a Region"),
  /** Transit gateways that a VPC is attached to. */
  TRANSIT_GATEWAYS_PER_VPC(
      "L-6DA43717", 5, "TransitGatewayAttachmentLimitExceeded", "transit gateways of a VPC"),
  /** Route tables of a transit gateway, its default one included. */
  ROUTE_TABLES_PER_TRANSIT_GATEWAY(
      "L-31140AD3",
      20,
      "TransitGatewayRouteTableLimitExceeded",
      "route tables of a transit gateway"),
  /** Flow logs of one VPC, one subnet or one interface. */
  FLOW_LOGS_PER_RESOURCE("", 2, "FlowLogsLimitExceeded", "flow logs of a resource");

  private final String code;
  private final int usual;
  private final String error;
  private final String what;

  Quota(String code, int usual, String error, String what) {
    this.code = code;
    this.usual = usual;
    this.error = error;
    this.what = what;
  }

  /** The name in settings: the constant's in lower case, with dashes. */
  public String setting() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The code that Service Quotas gives it, such as {@code L-F678F1CE}; empty where it has none. */
  public String code() {
    return code;
  }

  /** AWS's default. */
  public int usual() {
    return usual;
  }

  /** The error code of a call that would exceed it. */
  public String error() {
    return error;
  }

  /** What it counts, for people. */
  public String what() {
    return what;
  }
}
