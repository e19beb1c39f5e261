package io.cloister.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** Roles and instance profiles, and instances that have them, asked for over HTTP by the SDK. */
class IamTest {
  private static final String ACCOUNT = "111122223333";
  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";
  private static final String READ =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}";

  private static Cloister server;
  private static IamClient iam;
  private static Ec2Client ec2;

  @BeforeAll
  static void start() throws StartException {
    server = Cloister.start(Options.ephemeral(0).withoutPackets());
    iam = Clients.iam(server.uri(), ACCOUNT);
    ec2 = Clients.ec2(server.uri(), ACCOUNT);
  }

  @AfterAll
  static void stop() {
    ec2.close();
    iam.close();
    server.close();
  }

  private static String code(Runnable call) {
    AwsServiceException refused = catchThrowableOfType(AwsServiceException.class, call::run);
    assertThat(refused).isNotNull();
    return refused.statusCode() + " " + refused.awsErrorDetails().errorCode();
  }

  private static Role role(String name) {
    return iam.createRole(r -> r.roleName(name).assumeRolePolicyDocument(TRUST)).role();
  }

  private static InstanceProfile profile(String name) {
    return iam.createInstanceProfile(r -> r.instanceProfileName(name)).instanceProfile();
  }

  @Test
  void aRoleIsMadeChangedAndDeleted() {
    Role made =
        iam.createRole(r ->
                r.roleName("reader")
                    .path("/team/")
                    .description("reads")
                    .tags(Tag.builder().key("k").value("v").build())
                    .assumeRolePolicyDocument(TRUST))
            .role();
    assertThat(made.arn()).isEqualTo("arn:aws:iam::111122223333:role/team/reader");
    assertThat(made.roleId()).matches("AROA[A-Z0-9]{17}");
    assertThat(made.tags()).hasSize(1);
    Role got = iam.getRole(r -> r.roleName("reader")).role();
    assertThat(URLDecoder.decode(got.assumeRolePolicyDocument(), StandardCharsets.UTF_8))
        .isEqualTo(TRUST);
    assertThat(got.maxSessionDuration()).isEqualTo(3600);
    assertThat(code(() -> role("Reader"))).isEqualTo("409 EntityAlreadyExists");
    assertThat(iam.listRoles(r -> r.pathPrefix("/team/")).roles())
        .extracting(Role::roleName)
        .containsExactly("reader");

    iam.updateRole(r -> r.roleName("reader").description("writes").maxSessionDuration(7200));
    iam.tagRole(r -> r.roleName("reader").tags(Tag.builder().key("l").value("w").build()));
    iam.untagRole(r -> r.roleName("reader").tagKeys("k"));
    assertThat(iam.listRoleTags(r -> r.roleName("reader")).tags())
        .extracting(Tag::key)
        .containsExactly("l");
    assertThat(iam.getRole(r -> r.roleName("reader")).role().description()).isEqualTo("writes");

    String managed = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    iam.attachRolePolicy(r -> r.roleName("reader").policyArn(managed));
    iam.putRolePolicy(r -> r.roleName("reader").policyName("own").policyDocument(READ));
    assertThat(iam.listAttachedRolePolicies(r -> r.roleName("reader")).attachedPolicies())
        .extracting(p -> p.policyName())
        .containsExactly("ReadOnlyAccess");
    assertThat(
            code(() ->
                iam.attachRolePolicy(
                    r -> r.roleName("reader").policyArn("arn:aws:iam::111122223333:policy/mine"))))
        .isEqualTo("404 NoSuchEntity");
    assertThat(
            URLDecoder.decode(
                iam.getRolePolicy(r -> r.roleName("reader").policyName("own")).policyDocument(),
                StandardCharsets.UTF_8))
        .isEqualTo(READ);
    assertThat(code(() -> iam.deleteRole(r -> r.roleName("reader"))))
        .isEqualTo("409 DeleteConflict");
    iam.detachRolePolicy(r -> r.roleName("reader").policyArn(managed));
    assertThat(code(() -> iam.deleteRole(r -> r.roleName("reader"))))
        .isEqualTo("409 DeleteConflict");
    iam.deleteRolePolicy(r -> r.roleName("reader").policyName("own"));
    iam.deleteRole(r -> r.roleName("reader"));
    assertThat(code(() -> iam.getRole(r -> r.roleName("reader")))).isEqualTo("404 NoSuchEntity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "{}",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"}}",
        "{\"Statement\":{\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}}"
      })
  void whatIsNoTrust(String document) {
    assertThat(code(() -> iam.createRole(r -> r.roleName("no").assumeRolePolicyDocument(document))))
        .isEqualTo("400 MalformedPolicyDocument");
  }

  @Test
  void aProfileHasOneRole() {
    role("one");
    role("two");
    InstanceProfile made = profile("box");
    assertThat(made.arn()).isEqualTo("arn:aws:iam::111122223333:instance-profile/box");
    assertThat(made.roles()).isEmpty();
    iam.addRoleToInstanceProfile(r -> r.instanceProfileName("box").roleName("one"));
    assertThat(
            code(() ->
                iam.addRoleToInstanceProfile(r -> r.instanceProfileName("box").roleName("two"))))
        .isEqualTo("409 LimitExceeded");
    assertThat(iam.getInstanceProfile(r -> r.instanceProfileName("box")).instanceProfile().roles())
        .extracting(Role::roleName)
        .containsExactly("one");
    assertThat(iam.listInstanceProfilesForRole(r -> r.roleName("one")).instanceProfiles())
        .extracting(InstanceProfile::instanceProfileName)
        .containsExactly("box");
    assertThat(code(() -> iam.deleteRole(r -> r.roleName("one")))).isEqualTo("409 DeleteConflict");
    assertThat(code(() -> iam.deleteInstanceProfile(r -> r.instanceProfileName("box"))))
        .isEqualTo("409 DeleteConflict");
    iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName("box").roleName("one"));
    iam.deleteInstanceProfile(r -> r.instanceProfileName("box"));
    assertThat(code(() -> iam.getInstanceProfile(r -> r.instanceProfileName("box"))))
        .isEqualTo("404 NoSuchEntity");
  }

  @Test
  void listsComeInPagesAndAccountsAreApart() {
    try (IamClient other = Clients.iam(server.uri(), "444455556666")) {
      for (int i = 0; i < 5; i++) {
        String name = "page-" + i;
        other.createRole(r -> r.roleName(name).assumeRolePolicyDocument(TRUST));
      }
      var first = other.listRoles(r -> r.maxItems(2));
      assertThat(first.isTruncated()).isTrue();
      var rest = other.listRoles(r -> r.marker(first.marker()));
      assertThat(rest.roles()).extracting(Role::roleName).startsWith("page-2").hasSize(3);
      assertThat(code(() -> other.listRoles(r -> r.marker("?")))).isEqualTo("400 ValidationError");
      assertThat(code(() -> iam.getRole(r -> r.roleName("page-0")))).isEqualTo("404 NoSuchEntity");
    }
  }

  private static String launch(String profile) {
    return ec2.runInstances(r ->
            r.imageId("ami-0123456789abcdef0")
                .minCount(1)
                .maxCount(1)
                .iamInstanceProfile(p -> p.name(profile)))
        .instances()
        .getFirst()
        .instanceId();
  }

  private static Instance described(String id) {
    return ec2.describeInstances(r -> r.instanceIds(id))
        .reservations()
        .getFirst()
        .instances()
        .getFirst();
  }

  @Test
  void anInstanceHasItsProfileUntilItEnds() throws InterruptedException {
    InstanceProfile web = profile("web");
    InstanceProfile db = profile("db");
    assertThat(code(() -> launch("nothing"))).isEqualTo("400 InvalidParameterValue");
    String id = launch("web");
    assertThat(described(id).iamInstanceProfile().arn()).isEqualTo(web.arn());
    assertThat(described(id).iamInstanceProfile().id()).isEqualTo(web.instanceProfileId());
    String association = associations(id).getFirst();
    assertThat(
            code(() ->
                ec2.associateIamInstanceProfile(
                    r -> r.instanceId(id).iamInstanceProfile(p -> p.name("db")))))
        .isEqualTo("400 IncorrectState");
    assertThat(
            ec2.replaceIamInstanceProfileAssociation(
                    r -> r.associationId(association).iamInstanceProfile(p -> p.arn(db.arn())))
                .iamInstanceProfileAssociation()
                .stateAsString())
        .isEqualTo("associating");
    assertThat(described(id).iamInstanceProfile().arn()).isEqualTo(db.arn());
    String second = associations(id).getFirst();
    ec2.disassociateIamInstanceProfile(r -> r.associationId(second));
    assertThat(described(id).iamInstanceProfile()).isNull();
    assertThat(code(() -> ec2.disassociateIamInstanceProfile(r -> r.associationId(second))))
        .isEqualTo("400 NoSuchAssociation");
    ec2.associateIamInstanceProfile(r -> r.instanceId(id).iamInstanceProfile(p -> p.name("web")));
    assertThat(associations(id)).hasSize(1);

    ec2.terminateInstances(r -> r.instanceIds(id));
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (described(id).state().name() != InstanceStateName.TERMINATED
        && Instant.now().isBefore(end)) {
      Thread.sleep(20);
    }
    assertThat(described(id).state().name()).isEqualTo(InstanceStateName.TERMINATED);
    assertThat(associations(id)).isEmpty();
    assertThat(
            code(() ->
                ec2.associateIamInstanceProfile(
                    r -> r.instanceId(id).iamInstanceProfile(p -> p.name("web")))))
        .isEqualTo("400 IncorrectState");
  }

  private static List<String> associations(String instance) {
    return ec2
        .describeIamInstanceProfileAssociations(r ->
            r.filters(
                Clients.filter("instance-id", instance), Clients.filter("state", "associated")))
        .iamInstanceProfileAssociations()
        .stream()
        .map(a -> a.associationId())
        .toList();
  }
}
