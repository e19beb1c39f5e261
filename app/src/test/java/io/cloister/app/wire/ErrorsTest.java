package io.cloister.app.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloister.control.action.Api;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK over a real socket: what it makes of answers, and of both error envelopes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsTest {
  private final Api api =
      new Api() {
        @Override
        public boolean implemented(Class<? extends SdkRequest> request) {
          return request != DescribeSubnetsRequest.class;
        }

        @Override
        public SdkResponse call(Caller caller, SdkRequest request) {
          return switch (request) {
            case DescribeVpcsRequest r when r.vpcIds().isEmpty() ->
                DescribeVpcsResponse.builder()
                    .vpcs(Vpc.builder().ownerId(caller.account()).vpcId(caller.region()).build())
                    .build();
            case DescribeVpcsRequest r ->
                throw new AwsException("InvalidVpcID.NotFound", "no vpc " + r.vpcIds().getFirst());
            case DeleteVpcRequest _ -> throw new IllegalStateException("expected by a test");
            default -> throw new AwsException("Nothing", 418, request.toString());
          };
        }
      };

  private Server server = Server.start(0, api, Admin.none());

  @BeforeAll
  void start() {
    assertThat(server.port()).isPositive();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private StaticCredentialsProvider as(String key) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "any"));
  }

  private Ec2Client ec2(String key, String region) {
    Ec2ClientBuilder builder =
        Ec2Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(server.uri())
            .region(Region.of(region))
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .credentialsProvider(as(key));
    return builder.build();
  }

  private static AwsServiceException error(ThrowingCallable call) {
    AwsServiceException error = catchThrowableOfType(AwsServiceException.class, call);
    assertThat(error.requestId()).hasSize(36);
    assertThat(error.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amzn-requestid"))
        .contains(error.requestId());
    return error;
  }

  @Test
  void accountAndRegionComeFromTheSignature() {
    try (Ec2Client client = ec2("123456789012", "cn-north-1")) {
      DescribeVpcsResponse response = client.describeVpcs();
      assertThat(response.vpcs().getFirst().ownerId()).isEqualTo("123456789012");
      assertThat(response.vpcs().getFirst().vpcId()).isEqualTo("cn-north-1");
      assertThat(response.responseMetadata().requestId()).hasSize(36);
    }
    try (Ec2Client client = ec2("AKIAIOSFODNN7EXAMPLE", "us-east-1")) {
      assertThat(client.describeVpcs().vpcs().getFirst().ownerId()).isEqualTo("000000000000");
    }
  }

  @Test
  void ec2sErrorsArriveWithCodeMessageAndId() {
    try (Ec2Client client = ec2("123456789012", "eu-west-1")) {
      AwsServiceException error = error(() -> client.describeVpcs(r -> r.vpcIds("vpc-<1>\u0007")));
      assertThat(error.awsErrorDetails().errorCode()).isEqualTo("InvalidVpcID.NotFound");
      assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("no vpc vpc-<1>\uFFFD");
      assertThat(error.statusCode()).isEqualTo(400);
    }
  }

  @Test
  void whatIsNotBuiltSaysSoAndWhatIsBrokenToo() {
    try (Ec2Client client = ec2("123456789012", "eu-west-1")) {
      AwsServiceException absent = error(client::describeSubnets);
      assertThat(absent.awsErrorDetails().errorCode()).isEqualTo("UnsupportedOperation");
      assertThat(absent.awsErrorDetails().errorMessage()).contains("DescribeSubnets");
      assertThat(absent.statusCode()).isEqualTo(400);
      AwsServiceException broken = error(() -> client.deleteVpc(r -> r.vpcId("vpc-1")));
      assertThat(broken.awsErrorDetails().errorCode()).isEqualTo("InternalError");
      assertThat(broken.awsErrorDetails().errorMessage()).doesNotContain("expected by a test");
      assertThat(broken.statusCode()).isEqualTo(500);
    }
  }

  @Test
  void aRegionThatAwsDoesNotHaveIsRefused() {
    // AWS's status for it is 401, of which HttpURLConnection gives its caller no body.
    try (Ec2Client client = ec2("123456789012", "eu-north-9")) {
      assertThat(error(client::describeVpcs).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void stsTellsWhoCallsAndNothingElse() {
    try (StsClient sts =
        StsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(URI.create("http://localhost:" + server.port()))
            .region(Region.US_GOV_WEST_1)
            .credentialsProvider(as("210987654321"))
            .build()) {
      var identity = sts.getCallerIdentity();
      assertThat(identity.arn()).isEqualTo("arn:aws-us-gov:iam::210987654321:root");
      assertThat(identity.userId()).isEqualTo("210987654321");
      assertThat(identity.account()).isEqualTo("210987654321");
      AwsServiceException error = error(sts::getSessionToken);
      assertThat(error.awsErrorDetails().errorCode()).isEqualTo("UnsupportedOperation");
      assertThat(error.awsErrorDetails().errorMessage()).contains("GetSessionToken");
    }
  }
}
