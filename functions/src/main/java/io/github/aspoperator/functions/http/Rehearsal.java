package io.github.aspoperator.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.github.aspoperator.functions.Origin;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.Ulid;
import java.util.Map;

/**
 * A request of a stranger, which goes the whole way to the tables and is refused there.
 *
 * @param method of the request
 * @param path of the request
 */
record Rehearsal(String method, String path) {

  private static final String NOWHERE = "/sessions/" + new SessionId(new Ulid(0, 0)).text();

  /** A request in a session that is none. */
  static Rehearsal inSession(String method, String below) {
    return new Rehearsal(method, NOWHERE + below);
  }

  APIGatewayV2HTTPEvent event(Origin origin) {
    var http = RequestContext.Http.builder().withMethod(method).withPath(path).build();
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(path)
        .withHeaders(origin.signed(Map.of("authorization", "Bearer " + Token.fresh().secret())))
        .withRequestContext(RequestContext.builder().withHttp(http).build())
        .withBody("{\"content\":\"nobody hears this\"}")
        .build();
  }
}
