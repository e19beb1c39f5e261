package io.cloister.app.wire;

import io.cloister.app.wire.front.Front;
import io.cloister.app.wire.sign.Access;
import io.cloister.control.action.Api;
import io.cloister.control.action.Caller;
import java.net.URI;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * The API without a socket: the SDK's real client, whose requests are marshalled, read, answered,
 * written and parsed as over HTTP, so what works here works there.
 */
public final class InProcess {
  private static final URI NOWHERE = URI.create("http://127.0.0.1/");

  private InProcess() {}

  /** A client of the API as that caller; to be closed like any. */
  public static Ec2Client ec2(Api api, Caller caller) {
    Front front = new Front(api, new Access.Open(), InstantSource.system());
    return Ec2Client.builder()
        .httpClient(new DirectHttpClient(front))
        .endpointOverride(NOWHERE)
        .region(Region.of(caller.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(caller.account(), "in-process")))
        .build();
  }
}
