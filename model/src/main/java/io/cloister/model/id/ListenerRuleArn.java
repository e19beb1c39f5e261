package io.cloister.model.id;

/** The ARN of a listener's rule, {@code …:listener-rule/app/NAME/LB/LISTENER/0123456789abcdef}. */
public record ListenerRuleArn(String value) implements ResourceId {
  /** What the part after the account begins with. */
  public static final String RESOURCE = "listener-rule/";

  /** Refuses a text of another form. */
  public ListenerRuleArn {
    BalancerArns.check(RESOURCE, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
