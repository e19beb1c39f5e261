package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.model.id.ImageId;
import io.cloister.model.id.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Images. There is one built-in image in each region; but templates carry real ids, so any
 * well-formed id runs it.
 */
final class Images {
  /** How a launch names an image by a parameter that holds its id. */
  private static final String PARAMETER = "resolve:ssm:";

  private Images() {}

  /** The built-in image of a region: always the same id there. */
  static String builtIn(String region) {
    UUID hash = UUID.nameUUIDFromBytes(("image " + region).getBytes(StandardCharsets.UTF_8));
    return ImageId.PREFIX + "-0" + HexFormat.of().toHexDigits(hash.getMostSignificantBits());
  }

  /**
   * The image that a launch asks for. A public parameter stands for the newest image, which is the
   * built-in one.
   */
  static String checked(Caller caller, @Nullable String id) {
    if (id == null) {
      throw new AwsException("MissingParameter", "The request must contain the parameter ImageId");
    }
    if (id.startsWith(PARAMETER)) {
      return builtIn(caller.region());
    }
    if (!ResourceId.matches(ImageId.PREFIX, id)) {
      throw new AwsException(
          "InvalidAMIID.Malformed", "Invalid id: \"%s\" (expecting \"ami-...\")".formatted(id));
    }
    return id;
  }
}
