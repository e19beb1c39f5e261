package io.cloister.control.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloister.control.store.Samples;
import io.cloister.model.network.Change;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final Changes json = new Changes();

  @Test
  void everyKindOfChangeComesBackAsItWas() throws IOException {
    List<Change> changes = Samples.changes();
    assertThat(json.read(json.write(changes))).isEqualTo(changes);
  }

  @Test
  void theSamplesHaveEveryKind() {
    Set<Class<?>> seen =
        Samples.changes().stream()
            .map(c -> c instanceof Change.Put put ? put.resource().getClass() : c.getClass())
            .collect(Collectors.toSet());
    assertThat(seen).contains(Resource.class.getPermittedSubclasses());
    assertThat(seen).hasSize(Resource.class.getPermittedSubclasses().length + 7);
  }

  @Test
  void aNetworkIsMadeAgainOfItsOwnChanges() throws IOException {
    Network network = Network.EMPTY.apply(Samples.changes());
    Network again = Network.EMPTY.apply(json.read(json.write(network.asChanges())));
    assertThat(again.asChanges()).isEqualTo(network.asChanges()).isNotEmpty();
  }

  @Test
  void whatIsNoChangeIsAnErrorAndNotAnAccident() {
    assertThatThrownBy(() -> json.read("[{\"is\":\"Explode\"}]")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> json.read("[{\"is\":\"Remove\",\"id\":\"nope\"}]"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> json.read("[{")).isInstanceOf(IOException.class);
  }
}
