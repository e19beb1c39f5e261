package io.cloister.model.id;

/** The ARN of a target group, {@code …:targetgroup/NAME/0123456789abcdef}. */
public record TargetGroupArn(String value) implements ResourceId {
  /** What the part after the account begins with. */
  public static final String RESOURCE = "targetgroup/";

  /** Refuses a text of another form. */
  public TargetGroupArn {
    BalancerArns.check(RESOURCE, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
