package io.cloister.control.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegionsTest {
  @Test
  void everyRegionFitsThePatternOfItsPartitionAndTheSdkPlacesItThere() {
    assertThat(Regions.partitions()).hasSize(8);
    assertThat(Regions.all()).hasSize(46);
    for (Region region : Regions.all()) {
      assertThat(region.name()).matches(region.partition().regionPattern());
      assertThat(
              software.amazon.awssdk.regions.PartitionMetadata.of(
                      software.amazon.awssdk.regions.Region.of(region.name()))
                  .id())
          .as(region.name())
          .isEqualTo(region.partition().name());
    }
  }

  @Test
  void zoneIdsAreUniqueOverAllRegions() {
    Set<String> seen = new HashSet<>();
    for (Region region : Regions.all()) {
      assertThat(region.zones()).isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
      for (Zone zone : region.zones()) {
        assertThat(seen.add(zone.id())).as(zone.id()).isTrue();
        assertThat(region.zone(zone.id())).contains(zone);
        assertThat(region.zone(zone.name())).contains(zone);
      }
    }
  }

  @Test
  void virginiaIsAsAwsShowsIt() {
    Region region = Regions.get("us-east-1");
    assertThat(region.endpoint()).isEqualTo("ec2.us-east-1.amazonaws.com");
    assertThat(region.optInStatus()).isEqualTo("opt-in-not-required");
    assertThat(region.zones()).hasSize(6);
    assertThat(region.zones().getFirst())
        .isEqualTo(
            new Zone(
                "us-east-1a",
                "use1-az1",
                "us-east-1",
                "us-east-1-zg-1",
                "US East (N. Virginia) 1",
                "us-east-1"));
    assertThat(Regions.get("ap-northeast-1").zone("ap-northeast-1d"))
        .map(Zone::id)
        .contains("apne1-az2");
    assertThat(Regions.get("cn-north-1").endpoint()).isEqualTo("ec2.cn-north-1.amazonaws.com.cn");
    assertThat(Regions.of("aws-us-gov")).hasSize(2);
  }

  @Test
  void aRegionThatAwsDoesNotHaveIsNotInvented() {
    assertThat(Regions.find("eu-north-9")).isEmpty();
    assertThatThrownBy(() -> Regions.get("eu-north-9")).hasMessageContaining("eu-north-9");
  }
}
