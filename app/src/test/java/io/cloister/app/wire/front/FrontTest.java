package io.cloister.app.wire.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.wire.message.Headers;
import io.cloister.app.wire.message.WireRequest;
import io.cloister.app.wire.message.WireResponse;
import io.cloister.app.wire.sign.Access;
import io.cloister.control.action.Api;
import io.cloister.control.action.Caller;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Vpc;

class FrontTest {
  private static final Api API =
      new Api() {
        @Override
        public boolean implemented(Class<? extends SdkRequest> request) {
          return true;
        }

        @Override
        public SdkResponse call(Caller caller, SdkRequest request) {
          return DescribeVpcsResponse.builder()
              .vpcs(Vpc.builder().vpcId(caller.region()).ownerId(caller.account()).build())
              .build();
        }
      };

  private static final Front FRONT = new Front(API, new Access.Open(), InstantSource.system());

  private static Map<String, String> scope(String region, String service) {
    return Map.of(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=123456789012/20260131/"
            + region
            + "/"
            + service
            + "/aws4_request, SignedHeaders=host, Signature=0");
  }

  private static WireResponse send(String method, Map<String, String> headers, String body) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return FRONT.answer(new WireRequest(method, "/", "", new Headers(all), bytes, false));
  }

  private static String text(WireResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void theScopeOfTheSignatureNamesTheServiceAndTheRegion() {
    WireResponse response =
        send("POST", scope("eu-isoe-west-1", "ec2"), "Action=DescribeVpcs&Version=2016-11-15");
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response))
        .contains("<vpcId>eu-isoe-west-1</vpcId>")
        .contains("<ownerId>123456789012</ownerId>");
    assertThat(text(send("POST", scope("us-east-1", "sts"), "Action=GetCallerIdentity")))
        .contains("<GetCallerIdentityResult>")
        .contains("<ResponseMetadata><RequestId>");
  }

  @Test
  void anUnsignedRequestIsOfTheDefaultAccountAndOfTheRegionThatItsHostNames() {
    assertThat(text(send("POST", Map.of(), "Action=DescribeVpcs")))
        .contains("<vpcId>us-east-1</vpcId>")
        .contains("<ownerId>000000000000</ownerId>");
    assertThat(
            text(
                send("POST", Map.of("host", "ec2.sa-east-1.amazonaws.com"), "Action=DescribeVpcs")))
        .contains("<vpcId>sa-east-1</vpcId>");
  }

  @Test
  void anUnsignedRequestIsForTheServiceOfItsVersion() {
    assertThat(text(send("POST", Map.of(), "Action=GetCallerIdentity&Version=2011-06-15")))
        .contains("arn:aws:iam::000000000000:root");
    assertThat(text(send("POST", Map.of(), "Action=DescribeTargetGroups&Version=2015-12-01")))
        .startsWith("<?xml")
        .contains("elasticloadbalancing.amazonaws.com/doc/2015-12-01/");
    assertThat(text(send("POST", Map.of(), "Action=DescribeLoadBalancers&Version=2012-06-01")))
        .contains("<ErrorResponse", "NoSuchVersion", "use 2015-12-01");
    assertThat(text(send("POST", Map.of(), "Action=DescribeVpcs&Version=2009-04-04")))
        .contains("NoSuchVersion");
  }

  @Test
  void aRegionThatAwsDoesNotHaveIsRefusedInBothEnvelopes() {
    WireResponse ec2 = send("POST", scope("mars-1", "ec2"), "Action=DescribeVpcs");
    assertThat(ec2.status()).isEqualTo(401);
    assertThat(text(ec2)).contains("<Response><Errors><Error><Code>AuthFailure</Code>", "'mars-1'");
    WireResponse sts = send("POST", scope("mars-1", "sts"), "Action=GetCallerIdentity");
    assertThat(sts.status()).isEqualTo(403);
    assertThat(text(sts)).contains("<Type>Sender</Type><Code>SignatureDoesNotMatch</Code>");
  }

  @Test
  void aServiceThatIsNotHereSaysSoInItsOwnEnvelope() {
    assertThat(text(send("PUT", scope("us-east-1", "s3"), "x")))
        .contains("<Error><Code>UnsupportedOperation</Code>", "doesn't have Amazon S3")
        .doesNotContain("<Response>");
    assertThat(text(send("GET", scope("us-east-1", "lambda"), "")))
        .isEqualTo(
            "{\"__type\":\"UnsupportedOperation\",\"message\":\"Cloister doesn't have AWS Lambda;"
                + " it answers Amazon EC2, AWS STS, Elastic Load Balancing, AWS IAM\"}");
    assertThat(text(send("POST", scope("us-east-1", "nonesuch"), "")))
        .contains("<ErrorResponse", "doesn't have the service nonesuch");
    Map<String, String> target = Map.of("x-amz-target", "DynamoDB_20120810.ListTables");
    WireResponse dynamo = send("POST", target, "{}");
    assertThat(dynamo.status()).isEqualTo(400);
    assertThat(dynamo.headers()).containsEntry("x-amzn-errortype", "UnsupportedOperation");
    assertThat(text(dynamo)).contains("doesn't have DynamoDB");
    Map<String, String> cbor = new HashMap<>(scope("us-east-1", "monitoring"));
    cbor.put("smithy-protocol", "rpc-v2-cbor");
    WireResponse watch = send("POST", cbor, "");
    assertThat(watch.headers()).containsEntry("smithy-protocol", "rpc-v2-cbor");
    assertThat(watch.body()[0]).isEqualTo((byte) 0xA2);
    assertThat(text(watch)).contains("UnsupportedOperation", "doesn't have CloudWatch");
  }

  @Test
  void withKeysNobodyCallsUnsigned() {
    Access keys = new Access.Keys(Map.of("AKID", new Access.Key("s", "123456789012")));
    Front front = new Front(API, keys, InstantSource.system());
    WireResponse response =
        front.answer(
            new WireRequest("GET", "/", "Action=DescribeVpcs", Headers.none(), new byte[0], false));
    assertThat(response.status()).isEqualTo(403);
    assertThat(text(response)).contains("<Code>MissingAuthenticationToken</Code>");
  }

  @Test
  void everyAnswerCarriesItsRequestIdTwice() {
    for (String body : List.of("Action=DescribeVpcs", "Action=Nope", "%%%")) {
      WireResponse response = send("POST", Map.of(), body);
      String id = response.headers().getOrDefault("x-amzn-RequestId", "");
      assertThat(id).hasSize(36);
      assertThat(text(response)).containsIgnoringCase("<requestId>" + id);
    }
  }
}
