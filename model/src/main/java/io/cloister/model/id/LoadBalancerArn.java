package io.cloister.model.id;

/** The ARN of a load balancer, {@code …:loadbalancer/app/NAME/0123456789abcdef}. */
public record LoadBalancerArn(String value) implements ResourceId {
  /** What the part after the account begins with. */
  public static final String RESOURCE = "loadbalancer/";

  /** Refuses a text of another form. */
  public LoadBalancerArn {
    BalancerArns.check(RESOURCE, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
