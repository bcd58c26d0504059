package io.github.aspoperator.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.AllowlistEntry;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Blocks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A set in the agent item and the texts beside it, when calls meet or break off. */
final class TrustMembersTest {

  private static final Handle ANN = Handle.of("@acme.ann");
  private static final Handle BOB = Handle.of("@acme.bob");
  private static final Handle CAT = Handle.of("@widgets.cat");

  private final Meanwhile meanwhile = new Meanwhile();
  private final Calls calls = new Calls();
  private final DynamoHome home = new DynamoHome(meanwhile, calls);

  @AfterEach
  void close() {
    home.close();
  }

  private TrustMembers blocks() {
    return new TrustMembers(home.dynamo(), home.tables(), TrustList.BLOCKS);
  }

  private static List<String> handles(int count) {
    return IntStream.range(0, count).mapToObj(i -> "@acme.n" + i).toList();
  }

  @Test
  void aBlockThatRacedItsRemovalStandsAndIsShownOrNeither() {
    meanwhile.before(
        UpdateItemRequest.class,
        _ -> {
          home.blocks().add(new Block(ANN, BOB));
          home.blocks().remove(new Block(ANN, BOB));
        });
    assertTrue(home.blocks().add(new Block(ANN, BOB)));
    assertEquals(Set.of(new Block(ANN, BOB)), home.blocks().among(List.of(ANN, BOB)));
    assertEquals(List.of(BOB), home.blocks().of(ANN));
  }

  @Test
  void anEntryThatWasTakenOutWhileItWasAddedAgainIsNotThere() {
    AllowlistEntry bob = new AllowlistEntry.One(BOB);
    AllowlistEntry cat = new AllowlistEntry.One(CAT);
    home.allowlists().add(ANN, List.of(bob));
    meanwhile.before(UpdateItemRequest.class, _ -> home.allowlists().remove(ANN, bob));
    assertTrue(home.allowlists().add(ANN, List.of(cat)));
    assertEquals(List.of(cat), home.allowlists().of(ANN));
    assertEquals(Set.of(CAT), home.allowlists().covered(ANN, List.of(BOB, CAT)));
  }

  @Test
  void theLastPlaceIsGivenOnce() {
    blocks().add(ANN, handles(Blocks.MAX - 1));
    meanwhile.before(
        UpdateItemRequest.class, _ -> assertTrue(home.blocks().add(new Block(ANN, CAT))));
    assertFalse(home.blocks().add(new Block(ANN, BOB)));
    assertEquals(Set.of(new Block(ANN, CAT)), home.blocks().among(List.of(ANN, BOB, CAT)));
  }

  @Test
  void aTextThatACrashLeftIsPassedOver() {
    home.dynamo()
        .put(home.tables().agents(), Item.at(Keys.text(ANN, TrustList.BLOCKS, BOB.text())));
    assertEquals(List.of(), home.blocks().of(ANN));
    assertTrue(home.blocks().add(new Block(ANN, CAT)));
    assertEquals(List.of(CAT), home.blocks().of(ANN));
  }

  @Test
  void oneItemHoldsBothListsWhenTheyAreFull() {
    assertTrue(blocks().add(ANN, handles(Blocks.MAX)));
    List<AllowlistEntry> entries =
        handles(Blocks.MAX).stream().map(t -> AllowlistEntry.parse(t).orElseThrow()).toList();
    assertTrue(home.allowlists().add(ANN, entries));
    assertFalse(home.blocks().add(new Block(ANN, CAT)));
    assertEquals(Set.of(), home.allowlists().covered(ANN, List.of(CAT)));
  }

  /** DynamoDB answers 16 MB at a time. */
  @Test
  void moreFullListsThanOneAnswerHoldsAreAllRead() {
    List<Handle> handles = handles(54).stream().map(Handle::of).toList();
    List<SdkBytes> others = handles(Blocks.MAX).stream().map(Digest::of).toList();
    Update full =
        new Update("set al = :all, bl = :all", Map.of(":all", AttributeValue.fromBs(others)));
    String table = home.tables().agents();
    for (Handle handle : handles) {
      home.dynamo().update(table, Keys.agentItem(handle), full, Conditions.NOTHING_THERE);
    }
    calls.forget();
    assertEquals(54, new TrustItems(home.dynamo(), home.tables()).findAll(handles).size());
    assertTrue(calls.made().size() > 1, "one answer held them all");
  }
}
