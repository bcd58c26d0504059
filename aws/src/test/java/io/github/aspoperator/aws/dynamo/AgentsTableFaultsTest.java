package io.github.aspoperator.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.trust.Agent;
import io.github.aspoperator.trust.Policy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** What happens on the agents table between two calls of one answer. */
final class AgentsTableFaultsTest {

  private static final Owner ACME = new Owner("acme");
  private static final Principal ANN = new Principal.OfAgent(Handle.of("@acme.ann"));
  private static final Principal BOB = new Principal.OfAgent(Handle.of("@acme.bob"));

  private final Meanwhile meanwhile = new Meanwhile();
  private final DynamoHome home = new DynamoHome(meanwhile);

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void anOwnerWhoseFirstAnswerWasLostIsRegistered() {
    try (DynamoDbClient another = Engine.client()) {
      meanwhile.before(PutItemRequest.class, another::putItem);
      assertTrue(home.owners().register(ACME));
    }
    assertTrue(home.owners().exists(ACME));
  }

  @Test
  void aPageIsFullThoughSomeWereRemovedSinceTheyWereListed() {
    List<Agent> agents =
        Stream.of("@acme.a", "@acme.b", "@acme.c", "@acme.d")
            .map(text -> new Agent(Handle.of(text), Policy.OPEN))
            .toList();
    agents.forEach(home.agents()::register);
    meanwhile.before(
        BatchGetItemRequest.class,
        _ -> {
          home.agents().remove(agents.get(0).handle());
          home.agents().remove(agents.get(1).handle());
        });
    assertEquals(agents.subList(2, 4), home.agents().page(Optional.of(ACME), Optional.empty(), 2));
  }

  @Test
  void aTokenThatRacedAnotherIsDeadOrTheOnlyOne() {
    TokenHash first = Token.fresh().hash();
    TokenHash second = Token.fresh().hash();
    meanwhile.before(TransactWriteItemsRequest.class, _ -> home.credentials().set(ANN, first));
    home.credentials().set(ANN, second);
    assertEquals(Optional.empty(), home.credentials().find(first));
    assertEquals(Optional.of(ANN), home.credentials().find(second));
  }

  @Test
  void aTokenThatWasReplacedWhileItWasRevokedIsRevokedToo() {
    TokenHash fresh = Token.fresh().hash();
    home.credentials().set(ANN, Token.fresh().hash());
    meanwhile.before(TransactWriteItemsRequest.class, _ -> home.credentials().set(ANN, fresh));
    home.credentials().revoke(ANN);
    assertEquals(Optional.empty(), home.credentials().find(fresh));
    assertEquals(Optional.empty(), home.credentials().of(ANN));
  }

  @Test
  void aTokenOfAnotherPrincipalIsRefusedAndStaysTheirs() {
    TokenHash anns = Token.fresh().hash();
    TokenHash bobs = Token.fresh().hash();
    home.credentials().set(ANN, anns);
    home.credentials().set(BOB, bobs);
    assertThrows(IllegalStateException.class, () -> home.credentials().set(BOB, anns));
    assertEquals(Optional.of(ANN), home.credentials().find(anns));
    assertEquals(Optional.of(BOB), home.credentials().find(bobs));
  }
}
