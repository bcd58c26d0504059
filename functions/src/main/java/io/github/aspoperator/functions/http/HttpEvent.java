package io.github.aspoperator.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.github.aspoperator.functions.Headers;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.call.Incoming;
import io.github.aspoperator.wire.request.Requests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as an HTTP API hands it over (payload format 2.0). */
record HttpEvent(APIGatewayV2HTTPEvent event) implements Incoming {

  private static final byte[] NOTHING = {};

  String method() {
    return event.getRequestContext().getHttp().getMethod();
  }

  String path() {
    return event.getRawPath();
  }

  @Override
  public @Nullable String rawQuery() {
    return event.getRawQueryString();
  }

  @Override
  public List<String> headers(String name) {
    return Headers.of(event.getHeaders(), name);
  }

  @Override
  public byte[] body() {
    String text = event.getBody();
    if (text == null) {
      return NOTHING;
    }
    byte[] body =
        event.getIsBase64Encoded()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    if (body.length > Requests.MAX_BODY_BYTES) {
      throw new Refusal.PayloadTooLarge("the request body").thrown();
    }
    return body;
  }
}
