package io.cloister.dataplane.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The changes of one namespace, sorted by when their time comes: whatever is unplugged is unplugged
 * everywhere before filters change, and filters are in place everywhere before a link is plugged.
 */
record Phases(
    List<NetChange> unplug,
    List<Step> prepare,
    List<NetChange> plug,
    List<NetChange> address,
    List<NetChange> route) {

  Phases() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
