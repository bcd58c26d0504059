package io.github.aspoperator.wire.call;

import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.refusal.Unavailable;
import io.github.aspoperator.wire.http.BearerTokens;
import io.github.aspoperator.wire.http.Queries;
import io.github.aspoperator.wire.reply.Reply;
import io.github.aspoperator.wire.route.Routing;
import java.util.function.Supplier;

/**
 * Every call comes in here, in whatever home, and is checked in the order of protocol section 3:
 * credentials, rate, then what the call itself checks. The route is known already.
 */
public final class FrontDoor {

  private FrontDoor() {}

  /** Answers a call that is not the connect. Throws what {@link #refusal} understands. */
  public static Reply answer(Routing.Match match, Incoming incoming, Sides sides) {
    return switch (match.endpoint().audience()) {
      case ANYONE -> {
        Queries.none(incoming.rawQuery());
        yield sides.open().answer(match);
      }
      case AGENT -> {
        Caller caller =
            sides
                .authentication()
                .agent(
                    BearerTokens.of(incoming.headers("Authorization")),
                    incoming.header("X-ASP-Agent"));
        sides.admit(caller);
        yield sides.agents().answer(request(match, incoming), caller);
      }
      case OWNER, OPERATOR -> {
        Principal principal =
            sides.authentication().admin(BearerTokens.of(incoming.headers("Authorization")));
        yield sides.owners().answer(request(match, incoming), principal);
      }
    };
  }

  private static Request request(Routing.Match match, Incoming incoming) {
    return new Request(
        match, incoming.rawQuery(), incoming.header("Idempotency-Key"), incoming.body());
  }

  /**
   * Logs {@code failure}, unless it is a plain refusal, and answers what the caller is told: no
   * detail leaks (protocol section 6).
   *
   * @param log asked for when there is something to log
   */
  public static Refusal refusal(RuntimeException failure, Supplier<System.Logger> log) {
    return switch (failure) {
      case Refused refused -> refused.refusal();
      case Unavailable down -> {
        log.get().log(System.Logger.Level.WARNING, "a request could not be served", down);
        yield new Refusal.Unavailable(1);
      }
      default -> {
        log.get().log(System.Logger.Level.ERROR, "a request failed", failure);
        yield new Refusal.Internal();
      }
    };
  }
}
