package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.ec2.type.InstanceTypes;
import io.cloister.control.action.ec2.type.TypeFacts;
import io.cloister.control.action.support.Quota;
import io.cloister.control.action.support.Quotas;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;

/** The quota on virtual CPUs of running standard instances. */
final class Vcpus {
  private Vcpus() {}

  /**
   * How many more instances of a type may run.
   *
   * @param least how many must
   * @throws AwsException {@code VcpuLimitExceeded} when it is fewer
   */
  static long room(Network network, Caller caller, TypeFacts type, int least) {
    if (!type.standard()) {
      return Long.MAX_VALUE;
    }
    long used =
        network
            .instances()
            .where(i -> i.scope().equals(caller.scope()) && runs(i))
            .flatMap(i -> InstanceTypes.find(i.type()).stream())
            .filter(TypeFacts::standard)
            .mapToLong(TypeFacts::vcpus)
            .sum();
    int limit = Quotas.of(network, caller).limit(Quota.STANDARD_VCPUS_PER_REGION);
    long room = (limit - used) / type.vcpus();
    if (room < least) {
      throw new AwsException(
          Quota.STANDARD_VCPUS_PER_REGION.error(),
          "You have requested more vCPU capacity than your current vCPU limit of %d allows for the instance bucket that the specified instance type belongs to: %d are in use. Raise %s with the server's option"
              .formatted(limit, used, Quota.STANDARD_VCPUS_PER_REGION.setting()));
    }
    return room;
  }

  private static boolean runs(Instance instance) {
    return instance.state() == Instance.State.PENDING || instance.state() == Instance.State.RUNNING;
  }
}
