package io.cloister.control.action.ec2.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.control.action.ec2.Ec2;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.DeleteKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeKeyPairsResponse;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairRequest;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;

class KeyPairsTest {
  /** Made with ssh-keygen; its MD5 of the DER and its SHA-256 were computed with openssl. */
  private static final String RSA =
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDH2frRyisi4Y9sC8oR+vjxk6aMKKm+ob8VNYEwEF5ZKW5Go7efGTlm3NNTZHMAhgg9bagbGJpLWtinN7vkPFRUPs6q+uPM8DpL1fHg+0qQhXrVmhHCM8REHRgkAAbXdBEp7kP3nJzmITZ+44C3YE19jvc9uScXUZppbVCKEdLQmVkHe87AybxKBdMojH4ctPNg2Z9UtiEDSxOU81p0AVqPbGH7dT3knATbEsu+Fz8uwQeKTYKsIA0Xu49km8PT48kIiwj5SscMhQxiZJDoFRf9qlVZ04K4HBG6exlYOhm7mUCM/JcKvdBX3u7fba+9+MohmUv/slKaDssoM0lSdmX7 test";

  private static final String RSA_MD5 = "dd:b2:01:31:22:df:61:64:54:6c:89:bf:46:46:5a:99";
  private static final String ED25519 =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGz0QaqgKP5bz83x6zpgW803FdB4F+Y6woCTkZ/vu03j test";
  private static final String ED25519_SHA256 = "qOmFD29ve1woFZ+d1NG7hejOhYSzkqSk1YsdNO8PKtU=";

  private final Ec2 ec2 = Ec2.fresh();

  private KeyPairInfo describe(String name) {
    DescribeKeyPairsResponse answer =
        ec2.call(DescribeKeyPairsRequest.builder().keyNames(name).includePublicKey(true).build());
    return answer.keyPairs().getFirst();
  }

  private static ImportKeyPairRequest importing(String name, String material) {
    return ImportKeyPairRequest.builder()
        .keyName(name)
        .publicKeyMaterial(SdkBytes.fromUtf8String(material))
        .build();
  }

  @Test
  void anRsaKeyInPkcs1() {
    CreateKeyPairResponse made = ec2.call(CreateKeyPairRequest.builder().keyName("k").build());
    assertThat(made.keyMaterial())
        .startsWith("-----BEGIN RSA PRIVATE KEY-----\n")
        .endsWith("-----END RSA PRIVATE KEY-----\n");
    assertThat(made.keyFingerprint()).matches("[0-9a-f]{2}(:[0-9a-f]{2}){19}");
    KeyPairInfo key = describe("k");
    assertThat(key.publicKey()).startsWith("ssh-rsa AAAA").endsWith(" k");
    assertThat(key.keyTypeAsString()).isEqualTo("rsa");
    assertThat(key.keyFingerprint()).isEqualTo(made.keyFingerprint());
    ImportKeyPairResponse again = ec2.call(importing("again", key.publicKey()));
    assertThat(again.keyFingerprint()).matches("[0-9a-f]{2}(:[0-9a-f]{2}){15}");
  }

  @Test
  void anEd25519KeyInOpenSshsForm() {
    CreateKeyPairResponse made =
        ec2.call(CreateKeyPairRequest.builder().keyName("k").keyType("ed25519").build());
    assertThat(made.keyMaterial()).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n");
    byte[] body =
        Base64.getMimeDecoder().decode(made.keyMaterial().replaceAll("-----[A-Z ]+-----", ""));
    assertThat(new String(body, 0, 14, StandardCharsets.US_ASCII)).isEqualTo("openssh-key-v1");
    KeyPairInfo key = describe("k");
    ImportKeyPairResponse again = ec2.call(importing("again", key.publicKey()));
    assertThat(again.keyFingerprint()).isEqualTo(made.keyFingerprint());
  }

  @Test
  void fingerprintsAreAwss() {
    ImportKeyPairResponse rsa = ec2.call(importing("rsa", RSA));
    assertThat(rsa.keyFingerprint()).isEqualTo(RSA_MD5);
    ImportKeyPairResponse ed25519 = ec2.call(importing("ed", ED25519));
    assertThat(ed25519.keyFingerprint()).isEqualTo(ED25519_SHA256);
    String base64 = RSA.split(" ", -1)[1];
    ImportKeyPairResponse rfc4716 =
        ec2.call(
            importing(
                "rfc",
                "---- BEGIN SSH2 PUBLIC KEY ----\nComment: \"x\"\n"
                    + base64.replaceAll("(.{70})", "$1\n")
                    + "\n---- END SSH2 PUBLIC KEY ----\n"));
    assertThat(rfc4716.keyFingerprint()).isEqualTo(RSA_MD5);
  }

  @Test
  void whatIsRefused() {
    ec2.call(importing("taken", RSA));
    assertThat(ec2.code(importing("taken", RSA))).isEqualTo("InvalidKeyPair.Duplicate");
    assertThat(ec2.code(CreateKeyPairRequest.builder().keyName("taken").build()))
        .isEqualTo("InvalidKeyPair.Duplicate");
    assertThat(ec2.code(CreateKeyPairRequest.builder().keyName(" x").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(CreateKeyPairRequest.builder().keyName("").build()))
        .isEqualTo("MissingParameter");
    assertThat(ec2.code(CreateKeyPairRequest.builder().keyName("x").keyType("dsa").build()))
        .isEqualTo("InvalidParameterValue");
    assertThat(ec2.code(CreateKeyPairRequest.builder().keyName("x").keyFormat("ppk").build()))
        .isEqualTo("UnsupportedOperation");
    for (String bad :
        new String[] {"", "ssh-rsa", "ssh-rsa AAAA", "ssh-dss AAAAB3NzaC1kc3M=", "%"}) {
      assertThat(ec2.code(importing("x", bad))).as(bad).isEqualTo("InvalidKey.Format");
    }
    assertThat(ec2.code(ImportKeyPairRequest.builder().keyName("x").build()))
        .isEqualTo("MissingParameter");
    assertThat(ec2.code(DescribeKeyPairsRequest.builder().keyNames("no").build()))
        .isEqualTo("InvalidKeyPair.NotFound");
    assertThat(ec2.code(DescribeKeyPairsRequest.builder().keyPairIds("key-00000000").build()))
        .isEqualTo("InvalidKeyPair.NotFound");
    ec2.cloud().apply(Quotas.change(ec2.caller().scope(), Quota.KEY_PAIRS_PER_REGION, 1));
    assertThat(ec2.code(importing("x", RSA))).isEqualTo("KeyPairLimitExceeded");
  }

  @Test
  void deletingOneThatIsNotThereIsNoError() {
    ImportKeyPairResponse made = ec2.call(importing("k", RSA));
    DeleteKeyPairResponse gone = ec2.call(DeleteKeyPairRequest.builder().keyName("k").build());
    assertThat(gone.keyPairId()).isEqualTo(made.keyPairId());
    ec2.call(DeleteKeyPairRequest.builder().keyName("k").build());
    ec2.call(DeleteKeyPairRequest.builder().keyPairId(made.keyPairId()).build());
    assertThat(ec2.code(DeleteKeyPairRequest.builder().build())).isEqualTo("MissingParameter");
    assertThat(ec2.network().keyPairs().isEmpty()).isTrue();
  }
}
