package io.cloister.control.action;

import io.cloister.model.vpc.Scope;
import java.util.Objects;

/**
 * Who calls, and where: an account id of twelve digits, a partition such as {@code aws} or {@code
 * aws-cn}, and a region such as {@code eu-central-1}. It comes from the request's signature scope.
 */
public record Caller(String account, String partition, String region) {
  public Caller {
    if (!account.matches("\\d{12}")) {
      throw new IllegalArgumentException("an account id has twelve digits: " + account);
    }
    Objects.requireNonNull(partition);
    Objects.requireNonNull(region);
  }

  /** The scope that the caller's resources belong to. */
  public Scope scope() {
    return new Scope(account, partition, region);
  }

  /**
   * An ARN of a resource of the caller's, such as {@code
   * arn:aws:ec2:us-east-1:123456789012:vpc/vpc-…}.
   */
  public String arn(String service, String resource) {
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
  }
}
