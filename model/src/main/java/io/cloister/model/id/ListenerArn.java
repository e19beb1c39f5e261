package io.cloister.model.id;

/** The ARN of a listener, {@code …:listener/app/NAME/LB/0123456789abcdef}. */
public record ListenerArn(String value) implements ResourceId {
  /** What the part after the account begins with. */
  public static final String RESOURCE = "listener/";

  /** Refuses a text of another form. */
  public ListenerArn {
    BalancerArns.check(RESOURCE, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
