package io.cloister.app.wire;

import io.cloister.app.wire.front.Front;
import io.cloister.app.wire.sign.Access;
import io.cloister.control.action.Api;
import io.cloister.control.action.Caller;
import java.net.URI;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * The API without a socket: the SDK's real client, whose requests are marshalled, read, answered,
 * written and parsed as over HTTP, so what works here works there.
 */
public final class InProcess {
  private static final URI NOWHERE = URI.create("http://127.0.0.1/");

  private InProcess() {}

  /** A client of EC2's API as that caller; to be closed like any. */
  public static Ec2Client ec2(Api api, Caller caller) {
    return client(Ec2Client.builder(), api, caller);
  }

  /** A client of Elastic Load Balancing's API as that caller; to be closed like any. */
  public static ElasticLoadBalancingV2Client elb(Api api, Caller caller) {
    return client(ElasticLoadBalancingV2Client.builder(), api, caller);
  }

  private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
      B builder, Api api, Caller caller) {
    Front front = new Front(api, new Access.Open(), InstantSource.system());
    return builder
        .httpClient(new DirectHttpClient(front))
        .endpointOverride(NOWHERE)
        .region(Region.of(caller.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(caller.account(), "in-process")))
        .build();
  }
}
