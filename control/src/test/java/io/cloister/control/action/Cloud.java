package io.cloister.control.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloister.control.action.vpc.Defaults;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/**
 * A network in memory for tests of decisions: it gives actions what they need, applies what they
 * decide, and draws the same ids in every run. A refusal leaves the network as it was by
 * construction, so tests look at codes and at what is there afterwards.
 */
public final class Cloud {
  private static final class State {
    Network network = Network.EMPTY;
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    long drawn;
    List<Change> last = List.of();
  }

  private final State state;
  private final Caller caller;
  private final Draw draw;

  private Cloud(State state, Caller caller) {
    this.state = state;
    this.caller = caller;
    this.draw = new Counted(state);
  }

  /** As a new account of the region us-east-1 finds it. */
  public static Cloud fresh() {
    return new Cloud(new State(), new Caller("111122223333", "aws", "us-east-1")).opened();
  }

  /** The same cloud for another caller. */
  public Cloud as(String account, String partition, String region) {
    return new Cloud(state, new Caller(account, partition, region)).opened();
  }

  private Cloud opened() {
    if (!state.network.opened().has(caller.scope())) {
      state.network = state.network.apply(Defaults.of(caller.scope()));
    }
    return this;
  }

  /** Who calls. */
  public Caller caller() {
    return caller;
  }

  /** The draw that decisions get. */
  public Draw draw() {
    return draw;
  }

  /** What there is now. */
  public Network network() {
    return state.network;
  }

  /** The changes of the last call. */
  public List<Change> last() {
    return state.last;
  }

  /** Puts something without an action, as another room would. */
  public Cloud apply(Change... changes) {
    state.network = state.network.apply(List.of(changes));
    return this;
  }

  /** Lets time pass. */
  public Cloud later(java.time.Duration time) {
    state.now = state.now.plus(time);
    return this;
  }

  /** Decides, applies and gives the answer. */
  public <I extends SdkRequest, O extends SdkResponse> O call(Action<I, O> action, I request) {
    assertThat(action.request().isInstance(request)).isTrue();
    honoured(action, request);
    Decision<O> decision = action.decide(state.network, caller, request, draw);
    assertThat(action.writes() || decision.changes().isEmpty())
        .as("only an action that says so changes something: %s", decision.changes())
        .isTrue();
    state.network = state.network.apply(decision.changes());
    state.last = decision.changes();
    return decision.answer();
  }

  /** The error that a call is refused with. */
  public <I extends SdkRequest> AwsException refusal(Action<I, ?> action, I request) {
    honoured(action, request);
    AwsException refused =
        catchThrowableOfType(
            AwsException.class, () -> action.decide(state.network, caller, request, draw));
    assertThat(refused).as("%s must be refused", request).isNotNull();
    return refused;
  }

  /** The code that a call is refused with. */
  public <I extends SdkRequest> String code(Action<I, ?> action, I request) {
    return refusal(action, request).code();
  }

  /** The frame would refuse a member that the action doesn't name: so must a test. */
  private static void honoured(Action<?, ?> action, SdkRequest request) {
    for (SdkField<?> field : request.sdkFields()) {
      String name = field.memberName();
      boolean framed = name.equals("DryRun") || name.equals("ClientToken");
      Object value = framed ? null : field.getValueOrDefault(request);
      boolean given =
          value != null
              && !(value instanceof java.util.Collection<?> c && c.isEmpty())
              && !(value instanceof java.util.Map<?, ?> m && m.isEmpty());
      assertThat(
              !given
                  || action.honours().stream()
                      .anyMatch(h -> h.equals(name) || h.startsWith(name + ".")))
          .as("%s honours %s", action.getClass().getSimpleName(), name)
          .isTrue();
    }
  }

  private record Counted(State state) implements Draw {
    @Override
    public Instant now() {
      return state.now;
    }

    @Override
    public String id(String prefix) {
      return "%s-%017x".formatted(prefix, ++state.drawn);
    }

    @Override
    public long number(long bound) {
      return ++state.drawn % bound;
    }
  }
}
