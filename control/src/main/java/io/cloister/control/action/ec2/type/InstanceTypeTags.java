package io.cloister.control.action.ec2.type;

import io.cloister.model.id.InstanceId;
import io.cloister.model.id.ResourceId;

/** What a filter on tags looks at where there are none. */
final class InstanceTypeTags {
  private static final ResourceId NOBODY = new InstanceId("i-00000000");

  private InstanceTypeTags() {}

  /** The id of nothing. */
  static ResourceId none(Object anything) {
    return NOBODY;
  }
}
