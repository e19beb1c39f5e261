package io.cloister.model.id;

/**
 * The form of Elastic Load Balancing's ARNs: six parts between colons, of which the third is {@code
 * elasticloadbalancing} and the last begins with the kind of resource.
 */
final class BalancerArns {
  private static final int PARTS = 6;

  private BalancerArns() {}

  /** Throws unless the text is the ARN of such a resource. */
  static void check(String resource, String text) {
    String[] parts = text.split(":", PARTS);
    if (parts.length != PARTS
        || !parts[0].equals("arn")
        || !parts[2].equals("elasticloadbalancing")
        || !parts[5].startsWith(resource)) {
      throw new IllegalArgumentException(
          "not an ARN of the form arn:…:elasticloadbalancing:…:" + resource + "…: " + text);
    }
  }
}
