package io.github.aspoperator.local.client;

import io.github.aspoperator.identity.Token;
import io.github.aspoperator.testkit.client.Answer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The owner's side as a client sees it. */
public final class AdminClient {

  private final Supplier<String> url;
  private final Token token;
  private final Http http;

  /** Calls with the operator's token. */
  public AdminClient(Supplier<String> url, Token token) {
    this.url = url;
    this.token = token;
    this.http = new Http(url, token::secret);
  }

  /** The operator's token. */
  public String token() {
    return token.secret();
  }

  /** One call below {@code /_admin}. */
  public Answer call(String method, String path, String body) {
    return http.call(method, "/_admin" + path, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Registers an agent that must be new. */
  public TestAgent register(String handle, String policy) {
    Answer answer =
        call("POST", "/agents", "{\"handle\":\"" + handle + "\",\"policy\":\"" + policy + "\"}");
    if (answer.status() != 201) {
      throw new IllegalStateException("registering " + handle + ": " + answer.body());
    }
    return new TestAgent(url, handle, answer.text("token"));
  }

  /** Blocks; fails unless 204. */
  public void block(TestAgent blocker, TestAgent blocked) {
    Answer answer = call("PUT", "/agents/" + blocker.handle() + "/blocks/" + blocked.handle(), "");
    if (answer.status() != 204) {
      throw new IllegalStateException("block: " + answer.body());
    }
  }

  /** Gives the agent another token, and the client with it. */
  public void rotate(TestAgent agent) {
    agent.token(call("POST", "/agents/" + agent.handle() + "/rotate-token", "").text("token"));
  }
}
