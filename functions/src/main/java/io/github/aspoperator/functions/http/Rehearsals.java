package io.github.aspoperator.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.github.aspoperator.functions.RehearsalContext;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.Ulid;
import java.util.Map;

/** A request of a stranger, which goes the whole way to the tables and is refused there. */
final class Rehearsals {

  private static final String NOWHERE = new SessionId(new Ulid(0, 0)).text();

  private Rehearsals() {}

  static void of(HttpFunction function) {
    var http =
        RequestContext.Http.builder()
            .withMethod("POST")
            .withPath("/sessions/" + NOWHERE + "/messages")
            .build();
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRawPath(http.getPath())
            .withHeaders(Map.of("authorization", "Bearer " + Token.fresh().secret()))
            .withRequestContext(RequestContext.builder().withHttp(http).build())
            .withBody("{\"content\":\"nobody hears this\"}")
            .build();
    function.handleRequest(event, new RehearsalContext());
  }
}
