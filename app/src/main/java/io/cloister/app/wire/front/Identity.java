package io.cloister.app.wire.front;

import io.cloister.control.action.Api;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * What there is of STS: everybody is the root of the account that the access key id names (STS API
 * Reference, GetCallerIdentity; the user id of a root is the account id).
 */
final class Identity implements Api {
  @Override
  public boolean implemented(Class<? extends SdkRequest> request) {
    return request == GetCallerIdentityRequest.class;
  }

  @Override
  public SdkResponse call(Caller caller, SdkRequest request) {
    if (!(request instanceof GetCallerIdentityRequest)) {
      throw new AwsException("UnsupportedOperation", "Cloister's STS has GetCallerIdentity only");
    }
    return GetCallerIdentityResponse.builder()
        .account(caller.account())
        .userId(caller.account())
        .arn("arn:" + caller.partition() + ":iam::" + caller.account() + ":root")
        .build();
  }
}
