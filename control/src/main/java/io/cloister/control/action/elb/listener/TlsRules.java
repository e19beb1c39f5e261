package io.cloister.control.action.elb.listener;

import io.cloister.control.action.AwsException;
import io.cloister.model.elb.BalancerProtocol;
import io.cloister.model.elb.Listener;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;

/** What ends TLS: policies and certificates. */
final class TlsRules {
  private static final String USUAL = "ELBSecurityPolicy-2016-08";
  private static final Pattern POLICY = Pattern.compile("ELBSecurityPolicy-[A-Za-z0-9-]{2,60}");
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "arn:aws[a-z-]*:(acm:[a-z0-9-]+:\\d{12}:certificate/[A-Za-z0-9-]+|iam::\\d{12}:server-certificate/[\\w+=/,.@-]+)");

  private TlsRules() {}

  /**
   * The policy of a listener: AWS's default when a secure one names none.
   *
   * @throws AwsException {@code SSLPolicyNotFound} for a name that is none of AWS's, {@code
   *     ValidationError} where no TLS ends
   */
  static Optional<String> policy(BalancerProtocol protocol, @Nullable String given) {
    if (!protocol.isSecure()) {
      if (given != null) {
        throw new AwsException(
            "ValidationError",
            "An SSL policy is for HTTPS and TLS listeners, not for %s".formatted(protocol));
      }
      return Optional.empty();
    }
    if (given != null && !POLICY.matcher(given).matches()) {
      throw new AwsException("SSLPolicyNotFound", "SSL policy '%s' not found".formatted(given));
    }
    return Optional.of(given == null ? USUAL : given);
  }

  /**
   * The certificates of a request: exactly one where TLS ends.
   *
   * @throws AwsException {@code ValidationError}, {@code CertificateNotFound} for what is no
   *     certificate's ARN
   */
  static List<String> certificates(BalancerProtocol protocol, List<Certificate> given) {
    if (!protocol.isSecure()) {
      if (!given.isEmpty()) {
        throw new AwsException(
            "ValidationError",
            "Certificates are for HTTPS and TLS listeners, not for %s".formatted(protocol));
      }
      return List.of();
    }
    if (given.size() != 1) {
      throw new AwsException(
          "ValidationError",
          "A certificate must be specified for %s listeners, and one only: add more with AddListenerCertificates"
              .formatted(protocol));
    }
    return List.of(arn(given.getFirst()));
  }

  /** The ARN of a certificate. */
  static String arn(Certificate given) {
    String arn = given.certificateArn();
    if (arn == null || !CERTIFICATE.matcher(arn).matches()) {
      throw new AwsException(
          "CertificateNotFound",
          "Certificate '%s' not found: it must be an ARN of ACM or of an IAM server certificate"
              .formatted(arn));
    }
    return arn;
  }

  /** Refuses a listener that ends no TLS. */
  static Listener secure(Listener listener) {
    if (!listener.protocol().isSecure()) {
      throw new AwsException(
          "ValidationError",
          "Listener '%s' speaks %s: only HTTPS and TLS listeners have certificates"
              .formatted(listener.id(), listener.protocol()));
    }
    return listener;
  }
}
