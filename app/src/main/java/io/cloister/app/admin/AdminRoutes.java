package io.cloister.app.admin;

import io.cloister.app.wire.Admin;
import io.cloister.control.action.AwsException;
import io.cloister.control.store.Store;
import io.cloister.dataplane.DataPlane;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The routes: {@code GET ls}, {@code GET status}, {@code GET drops?after=MILLISECONDS}, {@code POST
 * reset}.
 */
public final class AdminRoutes implements Admin {
  private final Store store;
  private final DataPlane dataPlane;
  private final ServerFacts facts;

  /** The routes of a server. */
  public AdminRoutes(Store store, DataPlane dataPlane, ServerFacts facts) {
    this.store = store;
    this.dataPlane = dataPlane;
    this.facts = facts;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    return switch (call.path()) {
      case "ls" -> only("GET", call, () -> Stock.of(store.network()));
      case "status" -> only("GET", call, () -> Status.of(facts, store, dataPlane));
      case "drops" -> only("GET", call, () -> drops(call.query()));
      case "reset" -> only("POST", call, () -> Reset.all(store));
      default -> Optional.empty();
    };
  }

  private static Optional<Reply> only(String method, Call call, Supplier<Object> answer) {
    if (!call.method().equals(method)) {
      throw new AwsException(
          "MethodNotAllowed", 405, "%s takes %s only".formatted(call.path(), method));
    }
    return Optional.of(new Reply(200, Json.write(answer.get())));
  }

  private Drops drops(String query) {
    return Drops.of(dataPlane, store.network(), after(query));
  }

  private static long after(String query) {
    if (query.isEmpty()) {
      return 0;
    }
    String value = query.startsWith("after=") ? query.substring("after=".length()) : "";
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new AwsException(
          "InvalidParameterValue", "drops takes after=MILLISECONDS, counted from 1970");
    }
  }
}
