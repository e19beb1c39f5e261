package io.cloister.app.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.AwsException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.ec2.model.CreateRouteResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Vpc;

class XmlTest {
  private static String body(String operation, SdkResponse response) {
    String xml =
        new String(
            new ResponseWriter(Dialect.EC2, "urn:x").write(operation, response, "id"),
            StandardCharsets.UTF_8);
    String start = "<" + operation + "Response xmlns=\"urn:x\"><requestId>id</requestId>";
    assertThat(xml).contains(start);
    return xml.substring(xml.indexOf(start) + start.length(), xml.lastIndexOf("</"));
  }

  @Test
  void anUnsetListOfTheAnswerIsAnEmptyElement() {
    assertThat(body("DescribeVpcs", DescribeVpcsResponse.builder().build())).isEqualTo("<vpcSet/>");
    assertThat(body("DescribeInstances", DescribeInstancesResponse.builder().build()))
        .isEqualTo("<reservationSet/>");
  }

  @Test
  void aListInsideIsWrittenWhenSetEvenIfEmpty() {
    Vpc unset = Vpc.builder().vpcId("v").build();
    assertThat(body("CreateVpc", CreateVpcResponse.builder().vpc(unset).build()))
        .isEqualTo("<vpc><vpcId>v</vpcId></vpc>");
    Vpc empty = unset.toBuilder().cidrBlockAssociationSet(java.util.List.of()).build();
    assertThat(body("CreateVpc", CreateVpcResponse.builder().vpc(empty).build()))
        .contains("<cidrBlockAssociationSet/>")
        .doesNotContain("tagSet");
  }

  @Test
  void anAnswerWithoutMembersSaysTrue() {
    assertThat(body("DeleteVpc", DeleteVpcResponse.builder().build()))
        .isEqualTo("<return>true</return>");
    assertThat(body("CreateRoute", CreateRouteResponse.builder().build()))
        .isEqualTo("<return>true</return>");
    assertThat(body("CreateRoute", CreateRouteResponse.builder().returnValue(false).build()))
        .isEqualTo("<return>false</return>");
  }

  @Test
  void whatXmlCannotHoldIsReplacedAndTheRestSurvives() throws Exception {
    StringBuilder every = new StringBuilder();
    for (int c = 0; c < 0x10000; c++) {
      every.append((char) c).append('.');
    }
    every.append("\r\n😀]]>");
    byte[] xml = ErrorWriter.ec2(new AwsException("Code", every.toString()), "id");
    String parsed =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getElementsByTagName("Message")
            .item(0)
            .getTextContent();
    assertThat(parsed).hasSize(every.length()).endsWith("\r\n😀]]>");
    for (int i = 0; i < 0x10000; i++) {
      boolean legal =
          (i >= 0x20 && i < 0xD800) || (i >= 0xE000 && i < 0xFFFE) || i == 9 || i == 10 || i == 13;
      char expected = legal ? (char) i : '\uFFFD';
      assertThat(parsed.charAt(2 * i)).as("U+%04X", i).isEqualTo(expected);
    }
  }
}
