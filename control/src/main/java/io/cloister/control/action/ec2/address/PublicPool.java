package io.cloister.control.action.ec2.address;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.PublicPools;
import io.cloister.model.ip.Family;
import io.cloister.model.ip.IpAddress;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.ElasticIp;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.NetworkInterface.PrivateIpv4;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The block that all public IPv4 addresses come from, of all accounts and regions: Elastic ones and
 * lent ones. An address is drawn among all free ones, so one that was just released comes back
 * about as rarely as on AWS.
 *
 * @param block /8 to /30; its first and last addresses aren't used
 */
public record PublicPool(Prefix block) {
  /** The range for benchmarks of RFC 2544, which nobody's packets come from. */
  public static final PublicPool DEFAULT = new PublicPool(PublicPools.USUAL.elasticIps());

  /** Refuses a block that isn't IPv4 or of a strange size. */
  public PublicPool {
    if (block.address().family() != Family.IPV4 || block.length() < 8 || block.length() > 30) {
      throw new IllegalArgumentException("not a block for public addresses: " + block);
    }
  }

  /** Draws addresses for one decision; none is drawn twice. */
  public Drawing drawing(Network network, Draw draw) {
    return new Drawing(this, network, draw);
  }

  /** Whether an address is of the pool and may be given. */
  boolean has(IpAddress address) {
    return block.contains(address)
        && !address.equals(block.address())
        && !address.equals(block.last());
  }

  /** The draws of one decision. */
  public static final class Drawing {
    private final PublicPool pool;
    private final Draw draw;
    private final Network network;
    private Optional<Set<IpAddress>> used = Optional.empty();

    private Drawing(PublicPool pool, Network network, Draw draw) {
      this.pool = pool;
      this.network = network;
      this.draw = draw;
    }

    /**
     * A free address.
     *
     * @throws AwsException {@code InsufficientAddressCapacity} when the pool is exhausted
     */
    public IpAddress next() {
      long size = pool.block.size() - 2;
      long start = draw.number(size);
      for (long i = 0; i < size; i++) {
        IpAddress address = pool.block.address().plus(1 + (start + i) % size);
        if (used().add(address)) {
          return address;
        }
      }
      throw new AwsException(
          "InsufficientAddressCapacity",
          503,
          "Not enough available addresses to satisfy your request: all of %s are in use"
              .formatted(pool.block));
    }

    /** Takes one address; false when somebody has it. */
    boolean take(IpAddress address) {
      return used().add(address);
    }

    private Set<IpAddress> used() {
      if (used.isEmpty()) {
        Set<IpAddress> set = new HashSet<>();
        for (ElasticIp eip : network.elasticIps()) {
          set.add(eip.address());
        }
        for (NetworkInterface eni : network.interfaces()) {
          for (PrivateIpv4 address : eni.ipv4()) {
            address.publicAddress().ifPresent(set::add);
          }
        }
        used = Optional.of(set);
      }
      return used.get();
    }
  }
}
