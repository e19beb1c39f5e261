package io.cloister.dataplane.kernel.nft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
  @Test
  void nftReadsEveryWord() throws Exception {
    assertThat(NftCheck.complaints(Samples.everything().toString())).isEmpty();
  }

  @Test
  void nftReadsAnEmptyTable() throws Exception {
    assertThat(NftCheck.complaints(NftTable.EMPTY.toString())).isEmpty();
  }

  @Test
  void theCheckItselfNoticesBadWords() throws Exception {
    assertThat(NftCheck.complaints("table inet cloister { chain fwd { nonsense } }"))
        .startsWith("exit 1");
  }

  @Test
  void chainsAreWrittenInTheOrderOfTheirNames() {
    Chain egress =
        Chain.of(
            "b-egress",
            Hook.filter(Hook.Point.FORWARD, 0, Hook.Policy.DROP),
            Rule.of("sgr-1", MatchBits.state(CtState.RELATED, CtState.INVALID), Verdict.drop()));
    Chain group = Chain.of("c-group", Rule.of("last", new Verdict.Return()));
    NftSet set =
        NftSet.set(
            "s-ports", List.of(Type.INET_SERVICE), false, List.of(Element.of(Value.port(80))));
    assertThat(NftTable.of(List.of(group, egress), List.of(set), List.of()).toString())
        .isEqualTo(
            """
            table inet cloister {
              set s-ports {
                type inet_service;
                elements = {
                  80
                }
              }
              chain b-egress {
                type filter hook forward priority 0; policy drop;
                ct state invalid,related drop comment "sgr-1"
              }
              chain c-group {
                return comment "last"
              }
            }
            """);
  }
}
