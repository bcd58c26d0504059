package io.github.aspoperator.wire.reply;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.BOB;
import static io.github.aspoperator.wire.Wire.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.operator.AgentPage;
import io.github.aspoperator.operator.AgentView;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Policy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers to owners (protocol section 7). */
class OwnerRepliesTest {

  private static final AgentView PLAIN =
      new AgentView(new Agent(BOB, Policy.OPEN), List.of(), Optional.empty());
  private static final AgentView FULL =
      new AgentView(
          new Agent(ALICE, Policy.ALLOWLIST),
          List.of(new AllowlistEntry.AllOf(new Owner("acme")), new AllowlistEntry.One(BOB)),
          Optional.of(new Token("secret")));

  private static final String PLAIN_JSON =
      """
      {"handle":"@acme.bob","policy":"open","allowlist":[]}\
      """;
  private static final String FULL_JSON =
      """
      {"handle":"@acme.alice","policy":"allowlist","allowlist":["@acme.*","@acme.bob"],"token":"secret"}\
      """;

  private static void assertReply(int status, String body, Reply reply) {
    assertEquals(status, reply.status());
    assertEquals(body, text(reply.body()));
  }

  @Test
  void anAgentShowsItsTokenOnce() {
    assertReply(201, FULL_JSON, OwnerReplies.registered(FULL));
    assertReply(200, FULL_JSON, OwnerReplies.agent(FULL));
    assertReply(200, PLAIN_JSON, OwnerReplies.agent(PLAIN));
  }

  @Test
  void agentsAreListed() {
    assertReply(
        200,
        "{\"agents\":[" + PLAIN_JSON + "," + PLAIN_JSON + "],\"next_cursor\":\"@acme.bob\"}",
        OwnerReplies.agents(new AgentPage(List.of(PLAIN, PLAIN), Optional.of(BOB))));
    assertReply(
        200, "{\"agents\":[]}", OwnerReplies.agents(new AgentPage(List.of(), Optional.empty())));
  }

  @Test
  void blocksAreListed() {
    assertReply(200, "{\"blocks\":[\"@acme.bob\"]}", OwnerReplies.blocks(List.of(BOB)));
  }

  @Test
  void anOwnerShowsItsToken() {
    String json =
        """
        {"owner":"acme","token":"secret"}\
        """;
    assertReply(201, json, OwnerReplies.ownerRegistered(new Owner("acme"), new Token("secret")));
    assertReply(200, json, OwnerReplies.ownerRotated(new Owner("acme"), new Token("secret")));
  }

  @Test
  void whatIsDoneHasNoBody() {
    assertReply(204, "", OwnerReplies.done());
  }
}
