package io.cloister.control.action;

import io.cloister.model.network.Change;
import java.util.List;
import software.amazon.awssdk.core.SdkResponse;

/**
 * What an action decided: the changes to make, in their order, and the answer to give once they are
 * durable and enforced.
 */
public record Decision<O extends SdkResponse>(List<Change> changes, O answer) {
  /** Copies the changes. */
  public Decision {
    changes = List.copyOf(changes);
  }

  /** An answer that changes nothing. */
  public static <O extends SdkResponse> Decision<O> answer(O answer) {
    return new Decision<>(List.of(), answer);
  }

  /** Changes and the answer. */
  public static <O extends SdkResponse> Decision<O> of(O answer, Change... changes) {
    return new Decision<>(List.of(changes), answer);
  }
}
