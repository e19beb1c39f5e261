package io.cloister.control.action.elb.balancer;

import io.cloister.model.elb.LoadBalancer;
import java.util.Map;

/**
 * The Route 53 zones that AWS keeps the names of load balancers in, as alias records name them.
 * Source: AWS General Reference, "Elastic Load Balancing endpoints and quotas".
 */
final class HostedZones {
  private record Pair(String application, String network) {}

  private static final Map<String, Pair> BY_REGION =
      Map.ofEntries(
          Map.entry("us-east-1", new Pair("Z35SXDOTRQ7X7K", "Z26RNL4JYFTOTI")),
          Map.entry("us-east-2", new Pair("Z3AADJGX6KTTL2", "ZLMOA37VPKANP")),
          Map.entry("us-west-1", new Pair("Z368ELLRRE2KJ0", "Z24FKFUX50B4VW")),
          Map.entry("us-west-2", new Pair("Z1H1FL5HABSF5", "Z18D5FSROUN65G")),
          Map.entry("eu-central-1", new Pair("Z215JYRZR1TBD5", "Z3F0SRJ5LGBH90")),
          Map.entry("eu-west-1", new Pair("Z32O12XQLNTSW2", "Z2IFOLAFXWLO4F")),
          Map.entry("eu-west-2", new Pair("ZHURV8PSTC4K8", "ZD4D7Y8KGAS4G")),
          Map.entry("eu-west-3", new Pair("Z3Q77PNBQS71R4", "Z1CMS0P5QUZ6D5")),
          Map.entry("eu-north-1", new Pair("Z23TAZ6LKFMNIO", "Z1UDT6IFJ4EJM")),
          Map.entry("ap-northeast-1", new Pair("Z14GRHDCWA56QT", "Z31USIVHYNEOWT")),
          Map.entry("ap-southeast-1", new Pair("Z1LMS91P8CMLE5", "ZKVM4W9LS7TM")),
          Map.entry("ap-southeast-2", new Pair("Z1GM3OXH4ZPM65", "ZCT6FZBF4DROD")),
          Map.entry("ap-south-1", new Pair("ZP97RAFLXTNZK", "ZVDDRBQ08TROA")),
          Map.entry("sa-east-1", new Pair("Z2P70J7HTTTPLU", "ZTK26PT1VY4CU")),
          Map.entry("ca-central-1", new Pair("ZQSVJUPU6J1EY", "Z2EPGBW3API2WT")));

  /** Other regions have one too; what it is called matters to nobody inside. */
  private static final Pair OTHER = new Pair("Z00000000000APP", "Z00000000000NET");

  private HostedZones() {}

  /** The zone of a load balancer's name. */
  static String of(LoadBalancer balancer) {
    Pair pair = BY_REGION.getOrDefault(balancer.scope().region(), OTHER);
    return switch (balancer.kind()) {
      case APPLICATION -> pair.application();
      case NETWORK -> pair.network();
    };
  }
}
