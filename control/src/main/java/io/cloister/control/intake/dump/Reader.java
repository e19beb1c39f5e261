package io.cloister.control.intake.dump;

import io.cloister.control.intake.tree.Unreadable;

/** Reads the resources of one section. */
interface Reader {
  /** AWS's name of the list that they are in. */
  String section();

  /** Puts a resource, or what an element says about one. */
  void read(Item item, Reading reading) throws Unreadable;
}
