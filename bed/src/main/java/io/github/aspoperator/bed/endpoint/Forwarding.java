package io.github.aspoperator.bed.endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service that really runs elsewhere. */
public final class Forwarding implements Service {

  private static final List<String> PASSED_BACK =
      List.of("content-type", "x-amz-crc32", "x-amzn-requestid", "x-amzn-errortype");

  private final HttpClient client;
  private final URI target;

  /** To {@code target}, with the headers of the call. */
  public Forwarding(HttpClient client, URI target) {
    this.client = client;
    this.target = target;
  }

  @Override
  public ServiceAnswer answer(ServiceCall call) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(call.path()))
            .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::setHeader);
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    Map<String, String> headers = new HashMap<>();
    for (String name : PASSED_BACK) {
      response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
    }
    return new ServiceAnswer(response.statusCode(), headers, response.body());
  }
}
