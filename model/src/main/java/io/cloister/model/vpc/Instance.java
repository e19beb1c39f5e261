package io.cloister.model.vpc;

import io.cloister.model.id.InstanceId;
import io.cloister.model.id.ReservationId;
import io.cloister.model.id.SubnetId;
import io.cloister.model.id.VpcId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An instance. Its interfaces are the {@link NetworkInterface}s that are attached to it.
 *
 * @param launchIndex its place among the instances of its reservation, from 0
 * @param vpc where its primary interface was launched; kept after termination, as AWS answers it
 * @param image the image id that was asked for
 * @param type such as {@code t3.micro}
 * @param zone its Availability Zone
 * @param keyName the name of a key pair
 * @param userData in Base64, as it was given
 * @param reason why it is in its state: AWS's code, a colon, a text; empty when running
 * @param launched the time of the last start
 * @param kept members outside the network that are given back as they came, by AWS's names
 */
public record Instance(
    InstanceId id,
    Scope scope,
    ReservationId reservation,
    int launchIndex,
    VpcId vpc,
    SubnetId subnet,
    String image,
    String type,
    String zone,
    Optional<String> keyName,
    Optional<String> userData,
    State state,
    String reason,
    Instant launched,
    Map<String, String> kept)
    implements Resource {

  private static final String BOOT = "Boot";

  /** AWS's instance states. */
  public enum State {
    /** 0: made, its sandbox is starting. */
    PENDING(0, "pending"),
    /** 16: its sandbox runs. */
    RUNNING(16, "running"),
    /** 32: being terminated. */
    SHUTTING_DOWN(32, "shutting-down"),
    /** 48: gone; described for an hour. */
    TERMINATED(48, "terminated"),
    /** 64: being stopped. */
    STOPPING(64, "stopping"),
    /** 80: stopped; it keeps its layer and its private addresses. */
    STOPPED(80, "stopped");

    private final int code;
    private final String text;

    State(int code, String text) {
      this.code = code;
      this.text = text;
    }

    /** AWS's number. */
    public int code() {
      return code;
    }

    /** AWS's name. */
    public String text() {
      return text;
    }

    /** Whether it is terminated or about to be. */
    public boolean ended() {
      return this == SHUTTING_DOWN || this == TERMINATED;
    }
  }

  /** Copies what is kept. */
  public Instance {
    kept = Collections.unmodifiableMap(new TreeMap<>(kept));
  }

  /** In another state. */
  public Instance withState(State other, String why) {
    return copy(type, userData, other, why, launched, kept);
  }

  /** Started anew at a time. */
  public Instance startedAt(Instant when) {
    return copy(type, userData, State.PENDING, "", when, kept).rebooted();
  }

  /**
   * Which start this is, from 0: every StartInstances and RebootInstances makes it one more. Where
   * a sandbox of an earlier start still runs, it has to be ended and started anew.
   */
  public int boot() {
    return Integer.parseInt(kept.getOrDefault(BOOT, "0"));
  }

  /** To be started once more, in the same state. */
  public Instance rebooted() {
    return withKept(BOOT, Integer.toString(boot() + 1));
  }

  /** With another type. */
  public Instance withType(String other) {
    return copy(other, userData, state, reason, launched, kept);
  }

  /** With other user data. */
  public Instance withUserData(Optional<String> other) {
    return copy(type, other, state, reason, launched, kept);
  }

  /** With another value for a member that is only kept. */
  public Instance withKept(String name, String value) {
    TreeMap<String, String> changed = new TreeMap<>(kept);
    changed.put(name, value);
    return copy(type, userData, state, reason, launched, changed);
  }

  private Instance copy(
      String kind,
      Optional<String> data,
      State now,
      String why,
      Instant when,
      Map<String, String> members) {
    return new Instance(
        id,
        scope,
        reservation,
        launchIndex,
        vpc,
        subnet,
        image,
        kind,
        zone,
        keyName,
        data,
        now,
        why,
        when,
        members);
  }
}
