package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Action;
import io.cloister.control.action.ec2.address.PublicPool;
import java.util.List;

/** The actions of this package. */
public final class InstanceActions {
  private InstanceActions() {}

  /** One of each. */
  public static List<Action<?, ?>> all(Consoles consoles, PublicPool pool) {
    return List.of(
        new AssociateIamInstanceProfile(),
        new DisassociateIamInstanceProfile(),
        new ReplaceIamInstanceProfileAssociation(),
        new DescribeIamInstanceProfileAssociations(),
        new DescribeImages(),
        new DescribeInstanceAttribute(),
        new DescribeInstanceCreditSpecifications(),
        new DescribeInstanceStatus(),
        new DescribeInstances(),
        new DescribeVolumes(),
        new GetConsoleOutput(consoles),
        new ModifyInstanceAttribute(),
        new ModifyInstanceMetadataOptions(),
        new MonitorInstances(),
        new RebootInstances(),
        new ResetInstanceAttribute(),
        new RunInstances(pool),
        new StartInstances(pool),
        new StopInstances(),
        new TerminateInstances(),
        new UnmonitorInstances());
  }
}
