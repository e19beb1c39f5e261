package io.cloister.app.wire;

import io.cloister.control.action.Api;
import io.cloister.control.action.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** An API that has every action, remembers what it was asked, and answers by a function. */
final class Answering implements Api {
  final List<SdkRequest> requests = new ArrayList<>();
  final List<Caller> callers = new ArrayList<>();
  private final Function<SdkRequest, SdkResponse> answer;

  Answering(Function<SdkRequest, SdkResponse> answer) {
    this.answer = answer;
  }

  @Override
  public boolean implemented(Class<? extends SdkRequest> request) {
    return true;
  }

  @Override
  public synchronized SdkResponse call(Caller caller, SdkRequest request) {
    callers.add(caller);
    requests.add(request);
    return answer.apply(request);
  }
}
