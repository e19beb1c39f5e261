package io.cloister.app.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloister.app.wire.sign.Access;
import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;

/** A server that verifies signatures, and the SDK over a socket: no header is lost on the way. */
class KeysTest {
  private static final Access KEYS =
      new Access.Keys(Map.of("AKID", new Access.Key("right/+=", "123456789012")));

  private static Ec2Client client(Server server, String secret) {
    return Ec2Client.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(server.uri())
        .region(Region.EU_CENTRAL_1)
        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", secret)))
        .build();
  }

  @Test
  void onlyTheHolderOfAKeyGetsIn() {
    Answering api = new Answering(request -> DescribeVpcsResponse.builder().build());
    Listen listen = new Listen(InetAddress.ofLiteral("127.0.0.1"), 0, KEYS);
    try (Server server = Server.start(listen, api, Admin.none());
        Ec2Client right = client(server, "right/+=");
        Ec2Client wrong = client(server, "wrong")) {
      assertThat(right.describeVpcs(r -> r.vpcIds("a b", "ü+%")).vpcs()).isEmpty();
      AwsServiceException refused =
          catchThrowableOfType(AwsServiceException.class, wrong::describeVpcs);
      assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
      assertThat(api.callers).hasSize(1);
      assertThat(api.callers.getFirst().account()).isEqualTo("123456789012");
    }
  }
}
