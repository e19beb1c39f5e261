package io.cloister.control.action.support;

import io.cloister.control.action.AwsException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The grammar of policies, as far as a service refuses a document for it (IAM user guide). */
public final class Policies {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Policies() {}

  /**
   * Refuses what is no policy.
   *
   * @param code of the service, such as {@code InvalidPolicyDocument}
   * @param most characters
   * @param onResource whether it is a resource's own policy, whose statements name principals
   */
  public static void check(String code, String document, int most, boolean onResource) {
    if (document.length() > most) {
      throw new AwsException(
          code, "The policy has %d characters: it may have %d".formatted(document.length(), most));
    }
    JsonNode policy;
    try {
      policy = MAPPER.readTree(document);
    } catch (JacksonException e) {
      throw new AwsException(code, "The policy is not JSON: " + e.getOriginalMessage());
    }
    if (!policy.isObject()) {
      throw new AwsException(code, "The policy is no object: begin it with Version and Statement");
    }
    JsonNode version = policy.get("Version");
    if (version != null
        && !(version.isString()
            && (version.asString().equals("2012-10-17")
                || version.asString().equals("2008-10-17")))) {
      throw new AwsException(
          code, "The policy's Version is %s: it is 2012-10-17 or 2008-10-17".formatted(version));
    }
    JsonNode statements = policy.get("Statement");
    if (statements == null || (!statements.isObject() && !statements.isArray())) {
      throw new AwsException(code, "The policy has no Statement: it needs at least one");
    }
    if (statements.isObject()) {
      statement(code, statements, onResource);
    } else if (statements.isEmpty()) {
      throw new AwsException(code, "The policy has no Statement: it needs at least one");
    } else {
      statements.forEach(s -> statement(code, s, onResource));
    }
  }

  private static void statement(String code, JsonNode statement, boolean onResource) {
    JsonNode effect = statement.get("Effect");
    if (effect == null
        || !effect.isString()
        || !(effect.asString().equals("Allow") || effect.asString().equals("Deny"))) {
      throw new AwsException(code, "A statement of the policy needs an Effect: Allow or Deny");
    }
    if (statement.has("Action") == statement.has("NotAction")) {
      throw new AwsException(code, "A statement of the policy needs one of Action and NotAction");
    }
    boolean principal = statement.has("Principal") || statement.has("NotPrincipal");
    if (principal != onResource) {
      throw new AwsException(
          code,
          onResource
              ? "A statement of the policy needs a Principal"
              : "A statement of the policy can't have a Principal: it is whoever has the policy");
    }
  }
}
