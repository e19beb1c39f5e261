package io.cloister.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloister.app.admin.AdminClient;
import io.cloister.app.admin.Stock;
import io.cloister.app.server.Clients;
import io.cloister.app.server.Cloister;
import io.cloister.app.server.Options;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The demo's network without its packets. */
class ConstructionTest {
  @Test
  void theNetworkIsBuiltAndListed() throws Exception {
    Options options = Options.ephemeral(0).withoutPackets();
    try (Cloister server = Cloister.start(options);
        Ec2Client ec2 = Clients.ec2(server.uri(), "123456789012")) {
      List<String> progress = new ArrayList<>();
      Site site = new Construction(ec2, progress::add).build();
      assertThat(site.hosts().keySet()).containsExactly("db", "app-a", "app-b", "app-c", "web");
      assertThat(site.host("web").publicAddress()).isPresent();
      assertThat(site.host("db").publicAddress()).isEmpty();
      assertThat(site.host("app-b").address()).startsWith("10.0.11.");
      assertThat(progress).hasSizeGreaterThan(5);
      assertThat(Expectations.of(site)).hasSizeGreaterThan(15);

      Stock stock = new AdminClient(server.uri()).get("ls", Stock.class);
      Stock.OfVpc vpc =
          stock.vpcs().stream().filter(v -> v.id().equals(site.vpc())).findFirst().orElseThrow();
      assertThat(vpc.name()).isEqualTo("demo");
      assertThat(vpc.subnets()).hasSize(9);
      Stock.OfInstance web =
          vpc.subnets().stream()
              .flatMap(s -> s.instances().stream())
              .filter(i -> i.name().equals("web"))
              .findFirst()
              .orElseThrow();
      assertThat(web.state()).isEqualTo("running");
      assertThat(web.publicAddresses()).hasSize(1);
      assertThat(web.groups()).containsExactly("web " + site.group("web"));
    }
  }
}
