package io.cloister.control.action.ec2.key;

import io.cloister.control.action.Draw;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;

/**
 * A key pair that AWS makes.
 *
 * @param privateKey in PEM: PKCS #1 for RSA, OpenSSH's own form for ED25519
 * @param fingerprint SHA-1 of the private key's DER for RSA, SHA-256 of the public key for ED25519
 */
record NewKey(PublicKeys.Read publicKey, String privateKey, String fingerprint) {
  private static final int RSA_BITS = 2048;
  private static final int PEM_LINE = 64;
  private static final int OPENSSH_LINE = 70;
  private static final int OPENSSH_BLOCK = 8;

  /** An RSA key of 2,048 bits. */
  static NewKey rsa(Draw draw) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS, new DrawnRandom(draw));
      KeyPair pair = generator.generateKeyPair();
      RSAPrivateCrtKey secret = (RSAPrivateCrtKey) pair.getPrivate();
      return new NewKey(
          PublicKeys.rsa((RSAPublicKey) pair.getPublic()),
          pem("RSA PRIVATE KEY", pkcs1(secret), PEM_LINE),
          PublicKeys.hex("SHA-1", secret.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  /** An ED25519 key. */
  static NewKey ed25519(Draw draw, String comment) {
    try {
      SecureRandom random = new DrawnRandom(draw);
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      KeyPair pair = generator.generateKeyPair();
      byte[] key = PublicKeys.tail(pair.getPublic().getEncoded());
      PublicKeys.Read read = PublicKeys.ed25519(key);
      return new NewKey(
          read,
          pem(
              "OPENSSH PRIVATE KEY",
              openssh(read, key, pair.getPrivate(), comment, random.nextInt()),
              OPENSSH_LINE),
          read.fingerprint());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  private static String pem(String what, byte[] der, int line) {
    String body = Base64.getMimeEncoder(line / 4 * 4, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what);
  }

  /** RSAPrivateKey of RFC 8017, appendix A.1.2. */
  private static byte[] pkcs1(RSAPrivateCrtKey key) {
    SshWriter body = new SshWriter();
    for (BigInteger number :
        List.of(
            BigInteger.ZERO,
            key.getModulus(),
            key.getPublicExponent(),
            key.getPrivateExponent(),
            key.getPrimeP(),
            key.getPrimeQ(),
            key.getPrimeExponentP(),
            key.getPrimeExponentQ(),
            key.getCrtCoefficient())) {
      body.raw(der(2, number.toByteArray()));
    }
    return der(0x30, body.bytes());
  }

  private static byte[] der(int tag, byte[] content) {
    SshWriter out = new SshWriter().raw(new byte[] {(byte) tag});
    int length = content.length;
    if (length < 0x80) {
      out.raw(new byte[] {(byte) length});
    } else if (length < 0x100) {
      out.raw(new byte[] {(byte) 0x81, (byte) length});
    } else {
      out.raw(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
    }
    return out.raw(content).bytes();
  }

  /** OpenSSH's file PROTOCOL.key, without encryption. */
  private static byte[] openssh(
      PublicKeys.Read read, byte[] key, PrivateKey secret, String comment, int check) {
    byte[] seed = PublicKeys.tail(secret.getEncoded());
    SshWriter inner =
        new SshWriter()
            .number(check)
            .number(check)
            .string("ssh-ed25519")
            .string(key)
            .string(new SshWriter().raw(seed).raw(key).bytes())
            .string(comment);
    for (int i = 1; inner.bytes().length % OPENSSH_BLOCK != 0; i++) {
      inner.raw(new byte[] {(byte) i});
    }
    return new SshWriter()
        .raw("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII))
        .string("none")
        .string("none")
        .string("")
        .number(1)
        .string(read.blob())
        .string(inner.bytes())
        .bytes();
  }
}
