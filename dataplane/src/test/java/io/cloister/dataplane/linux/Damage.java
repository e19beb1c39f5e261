package io.cloister.dataplane.linux;

import io.cloister.dataplane.kernel.NamespaceName;
import io.cloister.dataplane.kernel.Networks;
import java.util.List;
import java.util.Random;

/** What another hand can do to a network of {@link Networks}, one thing at a time. */
final class Damage {
  private static final List<String> ROUTER =
      List.of(
          "ip link delete eni-1",
          "ip link set eni-0 down",
          "ip link set lo down",
          "ip link set eni-1 mtu 1400",
          "ip link set eni-1 mtu 1000",
          "ip link set eni-0 address 02:00:00:00:aa:aa",
          "ip link set eni-2 alias router/eni-9",
          "ip link set eni-2 down && ip link set eni-2 name stray && ip link set stray up",
          "ip link add x0 type veth peer name x1",
          "ip link delete eni-0; ip link add eni-0 type veth peer name x1;"
              + " ip link set eni-0 alias host-0/eth0 up",
          "ip -6 address flush dev eni-1",
          "ip address add 10.9.9.9/24 dev eni-0",
          "ip address add 10.9.9.9 peer 10.9.9.8/32 dev eni-0",
          "ip -6 address add 2001:db8:5::1/64 dev eni-2",
          "ip address delete 127.0.0.1/8 dev lo",
          "ip neighbour flush nud permanent dev eni-1",
          "ip neighbour replace 10.0.0.4 lladdr 02:00:00:00:bb:bb dev eni-0",
          "ip neighbour add 10.0.0.200 lladdr 02:00:00:00:bb:bb dev eni-0",
          "ip -6 neighbour add proxy 2001:db8::99 dev eni-0",
          "ip route flush table 1000",
          "ip -6 route flush table 1000",
          "ip route delete blackhole default table 1000",
          "ip route replace unreachable default table 1000",
          "ip route add 10.77.0.0/16 dev eni-0 table 1000",
          "ip route add 10.0.0.4/32 dev eni-1 table 1000 metric 5",
          "ip route replace 10.0.0.5/32 dev eni-0 table 1000 proto 197",
          "ip -6 route add 2001:db8:9::/48 via fe80::7 dev eni-0 table 1000",
          "ip route add 10.88.0.0/16 nexthop dev eni-0 weight 1 nexthop dev eni-1 weight 1",
          "ip -6 route replace prohibit 2001:db8::5/128 table 1000",
          "ip rule flush",
          "ip -6 rule delete priority 100",
          "ip rule add priority 50 iif eni-0 table 77",
          "ip rule add priority 100 fwmark 0x20000/0xff0000 table 1000",
          "ip rule add priority 100 from 10.0.0.0/8 table 1000",
          "echo 0 > /proc/sys/net/ipv4/ip_forward",
          "echo 1 > /proc/sys/net/ipv4/conf/default/rp_filter",
          "nft delete table inet cloister",
          "nft flush ruleset; nft add table inet cloister",
          "nft 'add table inet cloister { flags dormant; }'",
          "nft flush chain inet cloister c-gate-1",
          "nft flush chain inet cloister b-in",
          "nft insert rule inet cloister c-gate-0 accept",
          "nft add rule inet cloister b-in counter drop",
          "nft add rule inet cloister c-gate-2 tcp dport '{ 22, 80 }' accept",
          "nft add chain inet cloister c-stray '{ type filter hook input priority 5; }'",
          "nft add chain inet cloister c-stray2;"
              + " nft add rule inet cloister c-stray2 jump c-gate-0",
          "nft add set inet cloister s-stray '{ type ipv4_addr; flags timeout; }'",
          "nft add set inet cloister s-stray '{ type ether_addr; }'",
          "nft add counter inet cloister o-stray",
          "nft add element inet cloister s-near '{ 11.0.0.0/8 }'",
          "nft flush map inet cloister s-four",
          "nft delete element inet cloister s-gates '{ \"eni-1\" }'",
          "nft delete element inet cloister s-near '{ 10.0.0.0/9 }'",
          "nft delete element inet cloister s-six '{ \"eni-1\" . 2001:db8::5 }';"
              + " nft add element inet cloister s-six '{ \"eni-1\" . 2001:db8::5 : 0x99 }'",
          "nft add element inet cloister s-gates '{ \"eni-77\" : accept }'",
          "nft chain inet cloister b-out '{ policy accept; }'");

  private static final List<String> HOST =
      List.of(
          "ip link delete eth0",
          "ip link set eth0 down",
          "ip address flush dev eth0",
          "ip address delete 10.0.0.6/32 dev eth0; ip address add 10.0.0.6/32 dev eth0",
          "ip route flush table main",
          "ip -6 route delete default",
          "ip route replace default via inet6 fe80::1 dev eth0",
          "ip route change default via inet6 fe80::1 dev eth0 proto 197",
          "ip neighbour flush nud permanent dev eth0",
          "nft add table inet cloister",
          "echo 5 > /proc/sys/net/ipv6/conf/default/router_solicitations");

  private Damage() {}

  /** Does one thing, and says what. Some need what an earlier one destroyed, and do nothing. */
  static String random(Lab lab, Random random) {
    NamespaceName host = Networks.host(random.nextInt(3));
    if (random.nextInt(20) == 0) {
      lab.kernel().namespaces().forget(host);
      return lab.elsewhere("umount -l " + file(lab, host) + " && rm " + file(lab, host) + "; true");
    }
    if (random.nextInt(20) == 0) {
      return lab.elsewhere(
          "nsenter --net="
              + file(lab, Networks.ROUTER)
              + " ip link set eni-2 netns "
              + file(lab, Networks.host(0))
              + "; true");
    }
    boolean router = random.nextInt(4) > 0;
    List<String> from = router ? ROUTER : HOST;
    String what = from.get(random.nextInt(from.size()));
    NamespaceName where = router ? Networks.ROUTER : host;
    if (lab.kernel().list().contains(where)) {
      lab.run(where, "", "sh", "-c", "(" + what + ") 2>/dev/null; true");
    }
    return where + ": " + what;
  }

  private static String file(Lab lab, NamespaceName name) {
    return lab.kernel().namespaces().file(name).toString();
  }
}
