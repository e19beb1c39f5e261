package io.cloister.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloister.advice.lint.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintCommandTest {
  /** Two zones, a table and an ACL of its own, one instance that serves HTTPS: nothing to mend. */
  private static final String SOUND =
      """
      {"Vpcs": [{"VpcId": "vpc-00000001", "CidrBlock": "10.0.0.0/16", "OwnerId": "111111111111"}],
       "Subnets": [
        {"SubnetId": "subnet-00000001", "VpcId": "vpc-00000001", "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24"},
        {"SubnetId": "subnet-00000002", "VpcId": "vpc-00000001", "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24"}],
       "InternetGateways": [{"InternetGatewayId": "igw-00000001", "Attachments": [{"VpcId": "vpc-00000001", "State": "available"}]},
        {"InternetGatewayId": "igw-00000002", "Attachments": []}],
       "RouteTables": [
        {"RouteTableId": "rtb-00000001", "VpcId": "vpc-00000001", "Associations": [{"RouteTableAssociationId": "rtbassoc-00000001", "Main": true}],
         "Routes": [{"DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local"}]},
        {"RouteTableId": "rtb-00000002", "VpcId": "vpc-00000001", "Associations": [
          {"RouteTableAssociationId": "rtbassoc-00000002", "Main": false, "SubnetId": "subnet-00000001"}],
         "Routes": [{"DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local"},
          {"DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "igw-00000001"}]}],
       "NetworkAcls": [{"NetworkAclId": "acl-00000001", "VpcId": "vpc-00000001", "IsDefault": true,
         "Associations": [{"NetworkAclAssociationId": "aclassoc-00000001", "SubnetId": "subnet-00000001"},
          {"NetworkAclAssociationId": "aclassoc-00000002", "SubnetId": "subnet-00000002"}],
         "Entries": [{"RuleNumber": 100, "Egress": true, "Protocol": "-1", "RuleAction": "allow", "CidrBlock": "0.0.0.0/0"},
          {"RuleNumber": 100, "Egress": false, "Protocol": "6", "RuleAction": "allow", "CidrBlock": "0.0.0.0/0", "PortRange": {"From": 1, "To": 65535}}]}],
       "SecurityGroups": [
        {"GroupId": "sg-00000001", "VpcId": "vpc-00000001", "GroupName": "default", "Description": "d", "OwnerId": "111111111111"},
        {"GroupId": "sg-00000002", "VpcId": "vpc-00000001", "GroupName": "web", "Description": "d", "OwnerId": "111111111111",
         "IpPermissions": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}],
       "Addresses": [{"AllocationId": "eipalloc-00000001", "PublicIp": "203.0.113.9", "Domain": "vpc",
         "AssociationId": "eipassoc-00000001", "NetworkInterfaceId": "eni-00000001", "PrivateIpAddress": "10.0.1.9"}],
       "NetworkInterfaces": [{"NetworkInterfaceId": "eni-00000001", "VpcId": "vpc-00000001", "SubnetId": "subnet-00000001",
         "AvailabilityZone": "us-east-1a", "MacAddress": "02:00:00:00:00:01", "OwnerId": "111111111111", "PrivateIpAddress": "10.0.1.9",
         "PrivateIpAddresses": [{"Primary": true, "PrivateIpAddress": "10.0.1.9"}], "Groups": [{"GroupId": "sg-00000002"}],
         "SourceDestCheck": true, "Status": "in-use", "InterfaceType": "interface",
         "Attachment": {"AttachmentId": "eni-attach-00000001", "InstanceId": "i-00000001", "DeviceIndex": 0, "Status": "attached"}}],
       "Reservations": [{"ReservationId": "r-00000001", "OwnerId": "111111111111", "Instances": [
        {"InstanceId": "i-00000001", "ImageId": "ami-00000001", "InstanceType": "t3.micro", "State": {"Name": "running"},
         "VpcId": "vpc-00000001", "SubnetId": "subnet-00000001", "PrivateIpAddress": "10.0.1.9"}]}]}
      """;

  @TempDir Path folder;

  private record Ran(int code, String out, String err) {
    List<String> rules() {
      return out.lines()
          .map(l -> l.split(" ", 2)[0])
          .filter(w -> Arrays.stream(Rule.values()).anyMatch(r -> r.id().equals(w)))
          .distinct()
          .toList();
    }
  }

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Commands.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  private Ran lint(String document) throws IOException {
    return run("lint", Files.writeString(folder.resolve("dump.json"), document).toString());
  }

  @Test
  void aSoundNetworkHasNoFinding() throws IOException {
    Ran ran = lint(SOUND);
    assertThat(ran.out()).contains("0 findings");
    assertThat(ran.code()).isZero();
  }

  /** One edit of the sound network brings one finding: the sound one is the negative of each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "EXP-01|\"tcp\", \"FromPort\": 443, \"ToPort\": 443|\"-1\"",
        "EXP-02|\"FromPort\": 443, \"ToPort\": 443|\"FromPort\": 20000, \"ToPort\": 20001}, {\"IpProtocol\": \"tcp\", \"FromPort\": 22, \"ToPort\": 22",
        "EXP-03|\"FromPort\": 443, \"ToPort\": 443|\"FromPort\": 3389, \"ToPort\": 3389",
        "EXP-04|\"FromPort\": 443, \"ToPort\": 443|\"FromPort\": 445, \"ToPort\": 445",
        "EXP-05,EXP-20|\"FromPort\": 443, \"ToPort\": 443|\"FromPort\": 5432, \"ToPort\": 5432",
        "EXP-20|443, \"ToPort\": 443, \"IpRanges\": [{\"CidrIp\": \"0.0.0.0/0\"|5432, \"ToPort\": 5432, \"IpRanges\": [{\"CidrIp\": \"10.0.0.0/16\"",
        "EXP-11,HYG-03|\"Groups\": [{\"GroupId\": \"sg-00000002\"|\"Groups\": [{\"GroupId\": \"sg-00000001\"",
        "HA-01|us-east-1b|us-east-1a",
        "RT-01|\"0.0.0.0/0\", \"GatewayId\": \"igw-00000001\"}|\"0.0.0.0/0\", \"GatewayId\": \"igw-00000001\"}, {\"DestinationCidrBlock\": \"9.0.0.0/8\", \"GatewayId\": \"igw-00000002\"}",
        "RT-02|{\"DestinationCidrBlock\": \"0.0.0.0/0\", \"GatewayId\": \"igw-00000001\"}|{\"DestinationCidrBlock\": \"10.1.0.0/16\", \"GatewayId\": \"local\"}",
        "RT-06|\"GatewayId\": \"local\"}]},|\"GatewayId\": \"local\"}, {\"DestinationCidrBlock\": \"0.0.0.0/0\", \"GatewayId\": \"igw-00000001\"}]},",
        "RT-13|\"From\": 1, \"To\": 65535|\"From\": 443, \"To\": 443",
        "HYG-03|\"SecurityGroups\": [|\"SecurityGroups\": [{\"GroupId\": \"sg-00000003\", \"VpcId\": \"vpc-00000001\", \"GroupName\": \"old\", \"Description\": \"d\"},",
        "COST-04|\"Addresses\": [|\"Addresses\": [{\"AllocationId\": \"eipalloc-00000002\", \"PublicIp\": \"203.0.113.8\", \"Domain\": \"vpc\"},",
      })
  void oneMistakeIsOneFinding(String rules, String from, String to) throws IOException {
    assertThat(SOUND).contains(from);
    Ran ran = lint(SOUND.replace(from, to));
    assertThat(ran.rules()).as(ran.out()).containsExactlyInAnyOrder(rules.split(","));
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void jsonHasTheRemedyAndSeveritySelects() throws IOException {
    String open = SOUND.replace("us-east-1b", "us-east-1a");
    Path file = Files.writeString(folder.resolve("one.json"), open);
    assertThat(run("lint", "--json", file.toString()).out())
        .contains("\"rule\" : \"HA-01\"", "\"resource\" : \"vpc-00000001\"", "\"remedy\" :");
    assertThat(run("lint", "--severity", "HIGH", file.toString()).code()).isZero();
  }

  @Test
  void whatIsNoNetworkIsTwo() throws IOException {
    assertThat(run("lint", folder.resolve("nothing").toString()).code()).isEqualTo(2);
    assertThat(lint("{\"Buckets\": []}").code()).isEqualTo(2);
    assertThat(lint("{").err()).startsWith("cloister lint: ");
  }

  @Test
  void realDumpsAreLinted() throws IOException {
    Path dumps = Path.of(System.getProperty("cloister.inputs", ""), "dumps");
    assumeTrue(Files.isDirectory(dumps), "skipped: -Dcloister.inputs=FOLDER has no dumps");
    try (Stream<Path> all = Files.walk(dumps)) {
      List<Ran> ran =
          all.filter(f -> f.toString().endsWith(".json")).map(f -> run("lint", f + "")).toList();
      assertThat(ran).extracting(Ran::code).allMatch(c -> c <= 2);
      assertThat(ran).extracting(Ran::code).filteredOn(c -> c == 1).hasSizeGreaterThan(5);
    }
  }
}
