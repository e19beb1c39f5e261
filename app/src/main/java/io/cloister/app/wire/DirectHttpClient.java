package io.cloister.app.wire;

import io.cloister.app.wire.front.Front;
import io.cloister.app.wire.message.Headers;
import io.cloister.app.wire.message.WireRequest;
import io.cloister.app.wire.message.WireResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The SDK's idea of an HTTP client, which hands each request to the front by a method call. */
final class DirectHttpClient implements SdkHttpClient {
  private final Front front;

  DirectHttpClient(Front front) {
    this.front = front;
  }

  @Override
  public String clientName() {
    return "InProcess";
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return toSdk(front.answer(toWire(request)));
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public void close() {}

  private static WireRequest toWire(HttpExecuteRequest request) throws IOException {
    SdkHttpRequest http = request.httpRequest();
    byte[] body = new byte[0];
    Optional<ContentStreamProvider> content = request.contentStreamProvider();
    if (content.isPresent()) {
      try (InputStream in = content.get().newStream()) {
        body = in.readAllBytes();
      }
    }
    return new WireRequest(
        http.method().name(),
        http.encodedPath(),
        http.encodedQueryParameters().orElse(""),
        new Headers(http.headers()),
        body,
        false);
  }

  private static HttpExecuteResponse toSdk(WireResponse answer) {
    SdkHttpFullResponse.Builder response =
        SdkHttpFullResponse.builder().statusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    AbortableInputStream body =
        AbortableInputStream.create(new ByteArrayInputStream(answer.body()));
    return HttpExecuteResponse.builder()
        .response(response.content(body).build())
        .responseBody(body)
        .build();
  }
}
