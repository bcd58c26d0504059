package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.stored.PresenceCodec;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** {@link Presences}: one item for each agent. */
public final class DynamoPresences implements Presences {

  private static final String VERSION = "v";
  private static final String PRESENCE = "b";
  private static final String AGENT = "a";
  private static final String ATTEMPT = "w";
  private static final int ATTEMPT_BYTES = 8;

  private final Dynamo dynamo;
  private final String table;

  /** Presences in the delivery table. */
  public DynamoPresences(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.delivery();
  }

  @Override
  public Presence read(Handle agent) {
    return dynamo
        .get(table, Keys.presence(agent))
        .map(DynamoPresences::presence)
        .orElse(Presence.NEVER);
  }

  @Override
  public Map<Handle, Presence> readAll(Collection<Handle> agents) {
    Map<Handle, Presence> all = new HashMap<>();
    agents.forEach(agent -> all.put(agent, Presence.NEVER));
    List<Key> keys = agents.stream().map(Keys::presence).toList();
    for (Item item : dynamo.getAll(table, keys)) {
      all.put(Handle.of(item.text(AGENT)), presence(item));
    }
    return all;
  }

  private static Presence presence(Item item) {
    return PresenceCodec.decode(item.bytes(PRESENCE));
  }

  @Override
  public boolean replace(Handle agent, long version, Presence next) {
    byte[] attempt = new byte[ATTEMPT_BYTES];
    ThreadLocalRandom.current().nextBytes(attempt);
    Item item =
        Item.at(Keys.presence(agent))
            .text(AGENT, agent.text())
            .number(VERSION, next.version())
            .bytes(ATTEMPT, attempt)
            .bytes(PRESENCE, PresenceCodec.encode(next));
    Optional<Item> there = dynamo.put(table, item, Conditions.version(version));
    // the client repeats a put whose answer was lost: then what is there is of this very attempt
    return there.isEmpty()
        || (there.get().has(ATTEMPT) && Arrays.equals(there.get().bytes(ATTEMPT), attempt));
  }
}
