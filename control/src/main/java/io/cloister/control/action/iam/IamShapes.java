package io.cloister.control.action.iam;

import io.cloister.model.network.Network;
import io.cloister.model.vpc.InstanceProfile;
import io.cloister.model.vpc.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Roles and profiles as IAM answers them. */
final class IamShapes {
  private IamShapes() {}

  /** A role. Lists leave its tags out, as on AWS. */
  static software.amazon.awssdk.services.iam.model.Role role(
      Network network, Role role, boolean tags) {
    var shape =
        software.amazon.awssdk.services.iam.model.Role.builder()
            .path(role.path())
            .roleName(role.name())
            .roleId(role.id().value())
            .arn(role.arn())
            .createDate(role.created())
            .assumeRolePolicyDocument(encoded(role.trust()))
            .maxSessionDuration(role.maxSession());
    if (!role.description().isEmpty()) {
      shape.description(role.description());
    }
    if (tags) {
      shape.tags(IamTags.of(network, role.id()));
    }
    return shape.build();
  }

  /** An instance profile with its role. */
  static software.amazon.awssdk.services.iam.model.InstanceProfile profile(
      Network network, InstanceProfile profile) {
    return software.amazon.awssdk.services.iam.model.InstanceProfile.builder()
        .path(profile.path())
        .instanceProfileName(profile.name())
        .instanceProfileId(profile.id().value())
        .arn(profile.arn())
        .createDate(profile.created())
        .roles(
            Entities.roleOf(network, profile).stream().map(r -> role(network, r, false)).toList())
        .tags(IamTags.of(network, profile.id()))
        .build();
  }

  /** Several profiles. */
  static List<software.amazon.awssdk.services.iam.model.InstanceProfile> profiles(
      Network network, List<InstanceProfile> profiles) {
    return profiles.stream().map(p -> profile(network, p)).toList();
  }

  /** A policy as answers hold it: percent-encoded by RFC 3986 (IAM API reference, GetRole). */
  static String encoded(String policy) {
    return URLEncoder.encode(policy, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
