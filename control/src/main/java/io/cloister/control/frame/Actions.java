package io.cloister.control.frame;

import io.cloister.control.action.Action;
import io.cloister.control.action.Api;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.store.Store;
import io.cloister.model.network.Change;
import io.cloister.model.network.Feature;
import io.cloister.model.network.Network;
import io.cloister.model.network.Token;
import io.cloister.model.vpc.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** The API made of actions: what is around each of them is done here, once. */
public final class Actions implements Api {
  private final Map<Class<?>, Action<?, ?>> byRequest = new HashMap<>();
  private final Store store;
  private final Draw draw;
  private final Set<Feature> carried;
  private final Function<Scope, List<Change>> defaults;

  /**
   * Puts actions in front of a store.
   *
   * @param carried what the data plane carries
   * @param defaults what a scope has before its first write; it must always give the same
   */
  public Actions(
      Collection<Action<?, ?>> actions,
      Store store,
      Draw draw,
      Set<Feature> carried,
      Function<Scope, List<Change>> defaults) {
    for (Action<?, ?> action : actions) {
      if (byRequest.put(action.request(), action) != null) {
        throw new IllegalArgumentException("two actions for " + action.request().getSimpleName());
      }
    }
    this.store = store;
    this.draw = draw;
    this.carried = Set.copyOf(carried);
    this.defaults = defaults;
  }

  @Override
  public boolean implemented(Class<? extends SdkRequest> request) {
    return byRequest.containsKey(request);
  }

  @Override
  public SdkResponse call(Caller caller, SdkRequest request) {
    Action<?, ?> action = byRequest.get(request.getClass());
    if (action == null) {
      throw new AwsException(
          "UnsupportedOperation", "The operation %s is not built".formatted(name(request)));
    }
    return call(caller, request, action);
  }

  private <I extends SdkRequest, O extends SdkResponse> SdkResponse call(
      Caller caller, SdkRequest anyRequest, Action<I, O> action) {
    I request = action.request().cast(anyRequest);
    String name = name(request);
    Members.check(name, request, action.honours());
    carries(name, action.needs(request));
    if (Boolean.TRUE.equals(Members.value(request, "DryRun"))) {
      decide(store.network(), caller, request, action);
      throw new AwsException(
          "DryRunOperation", 412, "Request would have succeeded, but DryRun flag is set.");
    }
    if (!action.writes()) {
      return decide(store.network(), caller, request, action).answer();
    }
    Store.Written<SdkResponse> written = write(caller, request, action, name);
    try {
      written.enforced().join();
    } catch (CompletionException e) {
      throw new AwsException(
          "InternalError",
          500,
          "The change is kept but the kernel does not enforce it yet, and it is tried again: "
              + reason(e));
    }
    return written.answer();
  }

  private void carries(String name, Set<Feature> needs) {
    for (Feature feature : needs) {
      if (!carried.contains(feature)) {
        throw new AwsException(
            "UnsupportedOperation",
            "The data plane of this server doesn't carry %s, so %s would be answered and no packet would know: start the server with --no-packets for the API alone"
                .formatted(feature.what(), name));
      }
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }

  private <I extends SdkRequest, O extends SdkResponse> Store.Written<SdkResponse> write(
      Caller caller, I request, Action<I, O> action, String name) {
    Optional<Token> token = Tokens.of(caller, name, request);
    Class<? extends SdkResponse> answerType = token.isEmpty() ? SdkResponse.class : answer(request);
    try {
      return store.write(
          caller.account() + " " + caller.region(),
          name,
          network -> {
            Optional<? extends SdkResponse> before =
                Tokens.before(network, token, request, answerType);
            if (before.isPresent()) {
              return new Store.Outcome<>(List.of(), before.get());
            }
            Decision<O> decision = decide(network, caller, request, action);
            List<Change> changes = new ArrayList<>();
            if (!decision.changes().isEmpty()) {
              if (!network.opened().has(caller.scope())) {
                changes.addAll(defaults.apply(caller.scope()));
              }
              changes.addAll(decision.changes());
              token.ifPresent(t -> changes.add(Tokens.remember(t, request, decision.answer())));
            }
            return new Store.Outcome<>(changes, decision.answer());
          });
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private <I extends SdkRequest, O extends SdkResponse> Decision<O> decide(
      Network network, Caller caller, I request, Action<I, O> action) {
    return action.decide(opened(network, caller.scope()), caller, request, draw);
  }

  /** The network with the scope's defaults: they are visible before they are written. */
  private Network opened(Network network, Scope scope) {
    return network.opened().has(scope) ? network : network.apply(defaults.apply(scope));
  }

  private static String name(SdkRequest request) {
    return request.getClass().getSimpleName().replaceFirst("Request$", "");
  }

  private static Class<? extends SdkResponse> answer(SdkRequest request) {
    String name = request.getClass().getName().replaceFirst("Request$", "Response");
    try {
      return Class.forName(name).asSubclass(SdkResponse.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the SDK has no " + name, e);
    }
  }
}
