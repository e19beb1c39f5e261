package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.ec2.type.InstanceTypes;
import io.cloister.control.action.ec2.type.TypeFacts;
import io.cloister.model.network.Network;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** The members of a launch that stand for themselves, checked. */
record Launch(
    String image,
    TypeFacts type,
    Optional<String> keyName,
    Optional<String> userData,
    int least,
    int most) {
  private static final String DEFAULT_TYPE = "m1.small";
  private static final int USER_DATA_BYTES = 16 * 1024;

  static Launch read(Network network, Caller caller, RunInstancesRequest request) {
    int least = count("MinCount", request.minCount());
    int most = count("MaxCount", request.maxCount());
    if (least > most) {
      throw new AwsException(
          "InvalidParameterCombination",
          "The minCount %d must be less or equal to maxCount %d".formatted(least, most));
    }
    String type = request.instanceTypeAsString();
    return new Launch(
        Images.checked(caller, request.imageId()),
        InstanceTypes.get(type == null ? DEFAULT_TYPE : type),
        Optional.ofNullable(request.keyName()).map(name -> key(network, caller, name)),
        Optional.ofNullable(request.userData()).map(Launch::userData),
        least,
        most);
  }

  private static int count(String name, @Nullable Integer count) {
    if (count == null || count < 1) {
      throw new AwsException(
          "InvalidParameterValue",
          "Invalid value '%s' for %s. Must be 1 or more.".formatted(count, name));
    }
    return count;
  }

  private static String key(Network network, Caller caller, String name) {
    return network
        .keyPairs()
        .where(k -> k.scope().equals(caller.scope()) && k.name().equals(name))
        .findFirst()
        .map(_ -> name)
        .orElseThrow(() ->
            new AwsException(
                "InvalidKeyPair.NotFound", "The key pair '%s' does not exist".formatted(name)));
  }

  /**
   * User data in Base64, without line breaks, which must hold at most 16 KiB (EC2 user guide, "Run
   * commands at launch").
   */
  static String userData(String text) {
    String base64 = text.replaceAll("\\s", "");
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new AwsException("InvalidParameterValue", "Invalid BASE64 encoding of user data.");
    }
    if (bytes.length > USER_DATA_BYTES) {
      throw new AwsException(
          "InvalidParameterValue",
          "User data is limited to %d bytes; this has %d".formatted(USER_DATA_BYTES, bytes.length));
    }
    return base64;
  }
}
