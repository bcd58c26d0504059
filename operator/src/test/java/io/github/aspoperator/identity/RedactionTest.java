package io.github.aspoperator.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.operator.AgentView;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.operator.EventPage;
import io.github.aspoperator.operator.Ticket;
import io.github.aspoperator.presence.Connect;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Cast;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Decision;
import io.github.aspoperator.session.Story;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Policy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What carries content or a token can be put in a log line without showing it. */
final class RedactionTest {

  private static final String SECRET = "do-not-show";
  private static final RawJson RAW = RawJson.of("\"" + SECRET + "\"");
  private static final Body BODY = new Body(RAW, Optional.of(RAW));

  @Test
  void contentIsNeverShown() {
    Command.Create create =
        new Command.Create(
            Cast.ANN,
            List.of(Cast.BOB),
            Optional.empty(),
            Optional.of(BODY),
            true,
            Optional.empty());
    Command.Send send =
        new Command.Send(Cast.SESSION, Cast.ANN, BODY, Optional.empty(), Optional.empty());
    Command.Reopen reopen =
        new Command.Reopen(Cast.SESSION, Cast.BOB, Optional.empty(), Optional.of(BODY));
    Story story = Story.of(create);
    Decision decision = story.decide(reopen);
    Stream.of(
            RAW,
            BODY,
            create,
            send,
            reopen,
            decision,
            story.events(),
            story.commits(),
            story.state(),
            Bell.of(story.commits().getFirst()),
            new EventPage(story.events(), OptionalLong.empty()))
        .forEach(carrier -> assertHides(SECRET, carrier));
  }

  @Test
  void aTokenIsNeverShown() {
    Token token = new Token(SECRET);
    TokenHash hash = token.hash();
    ConnectionId connection = new ConnectionId("c");
    Presence presence = Presence.NEVER.connect(connection, 1, hash);
    Agent agent = new Agent(Cast.ANN, Policy.OPEN);
    Stream.of(
            token,
            hash,
            presence,
            new AgentView(agent, List.of(), Optional.of(token)),
            new Ticket(token, 1),
            new Caller(Cast.ANN, hash),
            new Connect.Arrival(Cast.ANN, connection, hash),
            Connect.of(new Connect.Arrival(Cast.ANN, connection, hash)))
        .forEach(carrier -> {
          assertHides(SECRET, carrier);
          assertHides(hash.hex(), carrier);
        });
  }

  private static void assertHides(String secret, Object carrier) {
    assertFalse(carrier.toString().contains(secret), () -> carrier.getClass() + " shows it");
  }
}
