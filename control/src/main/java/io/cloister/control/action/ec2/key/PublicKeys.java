package io.cloister.control.action.ec2.key;

import io.cloister.control.action.AwsException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Public keys in OpenSSH's form and back, and AWS's fingerprints of them (EC2 user guide, "Verify
 * the fingerprint of your key pair").
 */
final class PublicKeys {
  private static final String RSA = "ssh-rsa";
  private static final String ED25519 = "ssh-ed25519";
  private static final int ED25519_BYTES = 32;
  private static final Set<Integer> RSA_BITS = Set.of(1024, 2048, 4096);

  private PublicKeys() {}

  /**
   * A public key.
   *
   * @param type {@code rsa} or {@code ed25519}
   * @param base64 its binary form in SSH
   */
  record Read(String type, String base64, Optional<PublicKey> rsa) {
    Read(String type, SshWriter blob, Optional<PublicKey> rsa) {
      this(type, Base64.getEncoder().encodeToString(blob.bytes()), rsa);
    }

    /** The binary form in SSH. */
    byte[] blob() {
      return Base64.getDecoder().decode(base64);
    }

    /** In OpenSSH's form, with a comment. */
    String text(String comment) {
      return (type.equals("rsa") ? RSA : ED25519) + " " + base64 + " " + comment;
    }

    /** As AWS shows it for an imported key: MD5 of the DER for RSA, SHA-256 for ED25519. */
    String fingerprint() {
      return rsa.map(key -> hex("MD5", key.getEncoded()))
          .orElseGet(() -> Base64.getEncoder().encodeToString(digest("SHA-256", blob())));
    }
  }

  /** An RSA key. */
  static Read rsa(RSAPublicKey key) {
    return new Read(
        "rsa",
        new SshWriter().string(RSA).large(key.getPublicExponent()).large(key.getModulus()),
        Optional.of(key));
  }

  /** An ED25519 key, of which these are the 32 bytes. */
  static Read ed25519(byte[] bytes) {
    return new Read("ed25519", new SshWriter().string(ED25519).string(bytes), Optional.empty());
  }

  /**
   * Reads a key that somebody imports: OpenSSH's form, RFC 4716, or the Base64 of the DER.
   *
   * @throws AwsException {@code InvalidKey.Format}
   */
  static Read read(byte[] material) {
    String text = new String(material, StandardCharsets.UTF_8).strip();
    try {
      if (text.startsWith("ssh-")) {
        String[] words = text.split("\\s+", 3);
        return blob(words.length < 2 ? null : words[1]);
      }
      if (text.startsWith("---- BEGIN SSH2 PUBLIC KEY ----")) {
        StringBuilder base64 = new StringBuilder();
        boolean header = false;
        for (String line : text.lines().toList()) {
          boolean starts = line.contains(":");
          if (!line.startsWith("----") && !starts && !header) {
            base64.append(line.strip());
          }
          header = (starts || header) && line.endsWith("\\");
        }
        return blob(base64.toString());
      }
      String body = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      PublicKey key =
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
      return checked((RSAPublicKey) key);
    } catch (GeneralSecurityException | RuntimeException e) {
      if (e instanceof AwsException refused) {
        throw refused;
      }
      throw bad();
    }
  }

  private static Read blob(@Nullable String base64) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
    String kind = new String(next(in), StandardCharsets.US_ASCII);
    return switch (kind) {
      case RSA -> {
        BigInteger exponent = new BigInteger(next(in));
        BigInteger modulus = new BigInteger(next(in));
        yield checked(
            (RSAPublicKey)
                KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, exponent)));
      }
      case ED25519 -> {
        byte[] key = next(in);
        if (key.length != ED25519_BYTES) {
          throw bad();
        }
        yield ed25519(key);
      }
      default -> throw bad();
    };
  }

  private static byte[] next(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw bad();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static Read checked(RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    if (!RSA_BITS.contains(bits)) {
      throw new AwsException(
          "InvalidKey.Format",
          "Key length %d is not supported: RSA keys have 1024, 2048 or 4096 bits".formatted(bits));
    }
    return rsa(key);
  }

  private static AwsException bad() {
    return new AwsException("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
  }

  /** A digest as pairs of digits with colons. */
  static String hex(String algorithm, byte[] of) {
    return HexFormat.ofDelimiter(":").formatHex(digest(algorithm, of));
  }

  private static byte[] digest(String algorithm, byte[] of) {
    try {
      return MessageDigest.getInstance(algorithm).digest(of);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** The last 32 bytes of an ED25519 key's DER, which are the key. */
  static byte[] tail(byte[] der) {
    return Arrays.copyOfRange(der, der.length - ED25519_BYTES, der.length);
  }
}
