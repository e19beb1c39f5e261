package io.cloister.control.action.ec2;

import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.instance.InstanceObservations;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.network.Observation;
import java.util.List;

/** Decides on what the world reports, as actions decide on requests. */
public final class Observations {
  private Observations() {}

  /** The changes that a report makes: none when it comes late, twice, or for what is gone. */
  public static List<Change> decide(Network network, Observation observation, Draw draw) {
    return InstanceObservations.decide(network, observation, draw.now());
  }
}
