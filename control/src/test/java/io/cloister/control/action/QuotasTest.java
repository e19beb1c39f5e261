package io.cloister.control.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import org.junit.jupiter.api.Test;

class QuotasTest {
  @Test
  void aQuotaIsAwssDefaultUntilASettingRaisesItForOneScope() {
    Cloud cloud = Cloud.fresh();
    assertThat(Quotas.of(cloud.network(), cloud.caller()).limit(Quota.VPCS_PER_REGION))
        .isEqualTo(5);
    cloud.apply(Quotas.change(cloud.caller().scope(), Quota.VPCS_PER_REGION, 7));
    Quotas raised = Quotas.of(cloud.network(), cloud.caller());
    assertThat(raised.limit(Quota.VPCS_PER_REGION)).isEqualTo(7);
    raised.check(Quota.VPCS_PER_REGION, 7);
    assertThatThrownBy(() -> raised.check(Quota.VPCS_PER_REGION, 8))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("VpcLimitExceeded"))
        .hasMessageContaining("vpcs-per-region");
    Cloud elsewhere = cloud.as("111122223333", "aws", "eu-west-1");
    assertThat(Quotas.of(elsewhere.network(), elsewhere.caller()).limit(Quota.VPCS_PER_REGION))
        .isEqualTo(5);
    assertThatThrownBy(() -> Quotas.change(cloud.caller().scope(), Quota.VPCS_PER_REGION, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
