package io.cloister.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.admin.AdminClient;
import io.cloister.app.admin.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that make no sense get AWS's error and change nothing. */
@ExtendWith(LabExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final String HEADER =
      "AWS4-HMAC-SHA256 Credential=300000000001/20260101/eu-central-1/ec2/aws4_request,"
          + " SignedHeaders=host, Signature=00";
  private static final int MEGABYTE = 1_000_000;

  private final URI server;
  private final String vpc;
  private final String subnet;
  private final String group;
  private final String table;
  private final Host host;

  BadInputTest(Lab lab) {
    server = lab.uri();
    Account account = new Account(Lab.ec2(server, 300_000_000_001L), lab.namespaces());
    vpc = account.vpc("10.0.0.0/16");
    subnet = account.subnet(vpc, "10.0.1.0/24");
    group = account.group(vpc, Rules.tcp(80, "10.0.0.0/8"));
    table = account.mainTable(vpc);
    host = account.run(subnet, group);
    account.await(host, software.amazon.awssdk.services.ec2.model.InstanceStateName.RUNNING);
  }

  private long sequence() throws IOException {
    return new AdminClient(server).get("status", Status.class).sequence();
  }

  private record Answer(int status, String body) {
    String code() {
      Matcher matcher = CODE.matcher(body);
      return matcher.find() ? matcher.group(1) : body;
    }
  }

  private Answer post(String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) server.toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Authorization", HEADER);
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(status, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void refused(String call, String code) throws IOException {
    String body =
        call.replace("$vpc", vpc)
            .replace("$subnet", subnet)
            .replace("$group", group)
            .replace("$table", table)
            .replace("$instance", host.id())
            .replace("$eni", host.eni());
    long before = sequence();
    Answer answer = post(body + (body.contains("Version=") ? "" : "&Version=2016-11-15"));
    assertThat(answer.code()).as(() -> call + "\n" + answer.body()).isEqualTo(code);
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("\tat ", "Exception:");
    assertThat(sequence()).as("the journal").isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Actions and versions
        "Action=Nope | InvalidAction",
        "Foo=bar | MissingAction",
        "Action=CreateVpc&CidrBlock=10.0.0.0/16&Version=1999-01-01 | NoSuchVersion",
        // Parameters
        "Action=CreateVpc | MissingParameter",
        "Action=CreateVpc&CidrBlock=10.0.0.0/16&Wrong=1 | UnknownParameter",
        "Action=CreateVpc&CidrBlock.1=10.0.0.0/16 | UnknownParameter",
        "Action=CreateVpc&CidrBlock=10.0.0.0/16&DryRun=perhaps | InvalidParameterValue",
        "Action=CreateVpc&CidrBlock=10.0.0.0/16&InstanceTenancy=nope | InvalidParameterValue",
        "Action=DescribeVpcs&MaxResults=many | InvalidParameterValue",
        "Action=DescribeVpcs&MaxResults=99999999999999999999 | InvalidParameterValue",
        "Action=DescribeVpcs&MaxResults=1 | InvalidParameterValue",
        "Action=DescribeVpcs&NextToken=garbage | InvalidNextToken",
        "Action=DescribeVpcs&Filter.1.Name=nope&Filter.1.Value.1=x | InvalidParameterValue",
        "Action=DescribeVpcs&Filter.-1.Name=vpc-id | UnknownParameter",
        "Action=DescribeVpcs&Filter.1.Name.Value.Name=x | UnknownParameter",
        // Blocks
        "Action=CreateVpc&CidrBlock=hello | InvalidParameterValue",
        "Action=CreateVpc&CidrBlock=10.0.0.0 | InvalidParameterValue",
        "Action=CreateVpc&CidrBlock=999.0.0.0/16 | InvalidParameterValue",
        "Action=CreateVpc&CidrBlock=10.0.0.0/99 | InvalidParameterValue",
        "Action=CreateVpc&CidrBlock=10.0.0.0/-1 | InvalidParameterValue",
        "Action=CreateVpc&CidrBlock=::/16 | InvalidParameterValue",
        "Action=CreateVpc&CidrBlock=10.0.0.0/8 | InvalidVpc.Range",
        "Action=CreateVpc&CidrBlock=10.0.0.0/29 | InvalidVpc.Range",
        "Action=CreateVpc&CidrBlock=127.0.0.0/16 | InvalidVpc.Range",
        "Action=CreateSubnet&VpcId=$vpc&CidrBlock=10.1.0.0/24 | InvalidSubnet.Range",
        "Action=CreateSubnet&VpcId=$vpc&CidrBlock=10.0.1.128/25 | InvalidSubnet.Conflict",
        "Action=CreateSubnet&VpcId=$vpc&CidrBlock=10.0.2.0/30 | InvalidSubnet.Range",
        "Action=CreateSubnet&VpcId=$vpc&CidrBlock=10.0.2.0/24&AvailabilityZone=mars-1a | InvalidParameterValue",
        // Ids
        "Action=CreateSubnet&VpcId=vpc-12345678&CidrBlock=10.0.2.0/24 | InvalidVpcID.NotFound",
        "Action=CreateSubnet&VpcId=$subnet&CidrBlock=10.0.2.0/24 | InvalidVpcId.Malformed",
        "Action=DeleteVpc&VpcId=%F0%9F%92%A3 | InvalidVpcId.Malformed",
        "Action=DeleteSubnet&SubnetId=$vpc | InvalidSubnetID.Malformed",
        "Action=TerminateInstances&InstanceId.1=$eni | InvalidInstanceID.Malformed",
        "Action=TerminateInstances&InstanceId.1=i-12345678 | InvalidInstanceID.NotFound",
        "Action=TerminateInstances&InstanceId.1=$instance&InstanceId.2=i-12345678 | InvalidInstanceID.NotFound",
        "Action=TerminateInstances | MissingParameter",
        "Action=ReleaseAddress&AllocationId=eipalloc-12345678 | InvalidAllocationID.NotFound",
        "Action=DeleteNetworkInterface&NetworkInterfaceId=eni-12345678 | InvalidNetworkInterfaceID.NotFound",
        "Action=DeleteNetworkInterface&NetworkInterfaceId=$eni | InvalidParameterValue",
        "Action=DeleteSubnet&SubnetId=$subnet | DependencyViolation",
        "Action=DeleteVpc&VpcId=$vpc | DependencyViolation",
        "Action=DeleteSecurityGroup&GroupId=$group | DependencyViolation",
        "Action=DeleteSecurityGroup&GroupId=sg-12345678 | InvalidGroup.NotFound",
        // Rules
        "Action=AuthorizeSecurityGroupIngress&GroupId=$group | MissingParameter",
        "Action=AuthorizeSecurityGroupIngress&GroupId=sg-12345678&IpProtocol=tcp&FromPort=1&ToPort=1&CidrIp=0.0.0.0/0 | InvalidGroup.NotFound",
        "Action=AuthorizeSecurityGroupIngress&GroupId=$group&IpProtocol=tcp&FromPort=1&ToPort=70000&CidrIp=0.0.0.0/0 | InvalidParameterValue",
        "Action=AuthorizeSecurityGroupIngress&GroupId=$group&IpProtocol=tcp&FromPort=9&ToPort=1&CidrIp=0.0.0.0/0 | InvalidParameterValue",
        "Action=AuthorizeSecurityGroupIngress&GroupId=$group&IpProtocol=carrier-pigeon&CidrIp=0.0.0.0/0 | InvalidParameterValue",
        "Action=AuthorizeSecurityGroupIngress&GroupId=$group&IpProtocol=tcp&FromPort=1&ToPort=1&CidrIp=0.0.0.0/99 | InvalidParameterValue",
        "Action=AuthorizeSecurityGroupIngress&GroupId=$group&IpProtocol=tcp&FromPort=80&ToPort=80&CidrIp=10.0.0.0/8 | InvalidPermission.Duplicate",
        "Action=AuthorizeSecurityGroupIngress&GroupId=$group&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=1&IpPermissions.1.ToPort=1&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0/8&IpPermissions.2.IpProtocol=tcp&IpPermissions.2.FromPort=9&IpPermissions.2.ToPort=1&IpPermissions.2.IpRanges.1.CidrIp=10.0.0.0/8 | InvalidParameterValue",
        "Action=RevokeSecurityGroupIngress&GroupId=$group&IpProtocol=tcp&FromPort=443&ToPort=443&CidrIp=10.0.0.0/8 | InvalidPermission.NotFound",
        // Routes
        "Action=CreateRoute&RouteTableId=$table&DestinationCidrBlock=anywhere&NetworkInterfaceId=$eni | InvalidParameterValue",
        "Action=CreateRoute&RouteTableId=$table&DestinationCidrBlock=0.0.0.0/0 | MissingParameter",
        "Action=CreateRoute&RouteTableId=$table&DestinationCidrBlock=0.0.0.0/0&GatewayId=igw-12345678 | InvalidGatewayID.NotFound",
        "Action=CreateRoute&RouteTableId=$table&DestinationCidrBlock=10.0.0.0/16&NetworkInterfaceId=$eni | RouteAlreadyExists",
        "Action=DeleteRoute&RouteTableId=$table&DestinationCidrBlock=9.9.9.0/24 | InvalidRoute.NotFound",
        "Action=DeleteRouteTable&RouteTableId=$table | DependencyViolation",
        // Instances
        "Action=RunInstances&MinCount=1&MaxCount=1 | MissingParameter",
        "Action=RunInstances&ImageId=ami-12345678&MinCount=0&MaxCount=1 | InvalidParameterValue",
        "Action=RunInstances&ImageId=ami-12345678&MinCount=2&MaxCount=1 | InvalidParameterCombination",
        "Action=RunInstances&ImageId=ami-12345678&MinCount=-5&MaxCount=1 | InvalidParameterValue",
        "Action=RunInstances&ImageId=$vpc&MinCount=1&MaxCount=1 | InvalidAMIID.Malformed",
        "Action=RunInstances&ImageId=ami-12345678&MinCount=1&MaxCount=1&InstanceType=t99.enormous | InvalidParameterValue",
        "Action=RunInstances&ImageId=ami-12345678&MinCount=1&MaxCount=1&SubnetId=subnet-12345678 | InvalidSubnetID.NotFound",
        "Action=RunInstances&ImageId=ami-12345678&MinCount=1&MaxCount=1&SubnetId=$subnet&PrivateIpAddress=10.0.9.9 | InvalidParameterValue",
        "Action=RunInstances&ImageId=ami-12345678&MinCount=1&MaxCount=1&SubnetId=$subnet&UserData=not*base64 | InvalidParameterValue",
        "Action=AssignPrivateIpAddresses&NetworkInterfaceId=$eni&PrivateIpAddress.1=10.0.9.9 | InvalidParameterValue",
        "Action=StartInstances&InstanceId.1=$instance&Force=1 | UnknownParameter",
        // Tags
        "Action=CreateTags&ResourceId.1=$vpc&Tag.1.Key=aws:mine&Tag.1.Value=x | InvalidParameterValue",
        "Action=CreateTags&ResourceId.1=nonsense&Tag.1.Key=a&Tag.1.Value=x | InvalidID",
        "Action=CreateTags&ResourceId.1=$vpc | MissingParameter",
      })
  void awssCodeAndNothingChanged(String call, String code) throws IOException {
    refused(call, code);
  }

  @Test
  void amegabyteInOneParameter() throws IOException {
    String long1 = "a".repeat(MEGABYTE);
    refused("Action=CreateVpc&CidrBlock=" + long1, "InvalidParameterValue");
    refused("Action=DeleteVpc&VpcId=vpc-" + long1, "InvalidVpcId.Malformed");
    refused(
        "Action=CreateTags&ResourceId.1=$vpc&Tag.1.Key=k&Tag.1.Value=" + long1,
        "InvalidParameterValue");
    refused(
        "Action=CreateSecurityGroup&VpcId=$vpc&GroupName=g&GroupDescription=" + long1,
        "InvalidParameterValue");
    refused("Action=CreateVpc&" + "x".repeat(MEGABYTE) + "=1", "UnknownParameter");
  }

  @Test
  void halfARequest() throws IOException {
    long before = sequence();
    String body = "Action=CreateVpc&CidrBlock=10.99.0.0/16&Version=2016-11-15";
    for (String sent :
        List.of(
            "POST / HTTP/1.1\r\nHost: localhost:" + server.getPort() + "\r\nContent-Le",
            "POST / HTTP/1.1\r\nHost: localhost:"
                + server.getPort()
                + "\r\nContent-Length: "
                + (body.length() + 10)
                + "\r\n\r\n"
                + body)) {
      try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.getPort())) {
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        socket.shutdownOutput();
        String answer =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(answer).doesNotContain("HTTP/1.1 5", "HTTP/1.1 2");
      } catch (java.net.SocketException e) {
        assertThat(e).as("hung up on").isNotNull();
      }
    }
    assertThat(sequence()).isEqualTo(before);
  }
}
