package io.cloister.control.action.ec2.instance;

import io.cloister.control.action.Draw;
import io.cloister.control.action.ec2.address.Lending;
import io.cloister.control.action.ec2.address.PublicPool;
import io.cloister.control.action.ec2.eni.AddressBook;
import io.cloister.model.id.AttachmentId;
import io.cloister.model.id.InstanceId;
import io.cloister.model.id.ReservationId;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Instance;
import io.cloister.model.vpc.NetworkInterface;
import io.cloister.model.vpc.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the instances of one launch and their interfaces. */
final class Launcher {
  private final Draw draw;
  private final AddressBook book;
  private final PublicPool.Drawing pool;
  private final ReservationId reservation;
  private final List<Change> changes = new ArrayList<>();

  Launcher(Network network, PublicPool pool, Draw draw) {
    this.draw = draw;
    this.book = new AddressBook(network, draw);
    this.pool = pool.drawing(network, draw);
    this.reservation = new ReservationId(draw.id(ReservationId.PREFIX));
  }

  /** The changes that all launches so far make. */
  List<Change> changes() {
    return changes;
  }

  /** Makes one instance, the {@code index}-th of its reservation. */
  Instance launch(Launch launch, List<InterfaceSpec> specs, String options, int index) {
    InterfaceSpec primary = specs.getFirst();
    Subnet subnet = primary.subnet();
    boolean lent = primary instanceof InterfaceSpec.Fresh fresh && fresh.publicAddress();
    Instance instance =
        new Instance(
            new InstanceId(draw.id(InstanceId.PREFIX)),
            subnet.scope(),
            reservation,
            index,
            subnet.vpc(),
            subnet.id(),
            launch.image(),
            launch.type().name(),
            subnet.zone(),
            launch.keyName(),
            launch.userData(),
            Instance.State.PENDING,
            "",
            draw.now(),
            Map.of(LaunchOptions.KEPT, options, Lending.KEPT, Boolean.toString(lent)));
    changes.add(new Change.Put(instance));
    specs.forEach(spec -> changes.add(new Change.Put(attached(spec, instance))));
    return instance;
  }

  private NetworkInterface attached(InterfaceSpec spec, Instance instance) {
    NetworkInterface eni =
        switch (spec) {
          case InterfaceSpec.Present present -> present.eni();
          case InterfaceSpec.Fresh fresh ->
              fresh.publicAddress()
                  ? Lending.lent(fresh.wanted().make(draw, book), pool)
                  : fresh.wanted().make(draw, book);
        };
    return eni.withAttachment(
        Optional.of(
            new NetworkInterface.Attachment(
                new AttachmentId(draw.id(AttachmentId.PREFIX)),
                instance.id(),
                spec.device(),
                spec.deleteOnTermination(),
                draw.now())));
  }
}
