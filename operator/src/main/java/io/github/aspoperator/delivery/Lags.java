package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.List;
import java.util.Optional;

/** Port: who is owed what. Reads are strong. */
public interface Lags {

  /**
   * Puts {@code lag}, unless the agent has one for that session, open or finished: then nothing
   * changes, and that one is answered.
   */
  Optional<Lag> create(Lag lag);

  /**
   * Puts {@code next} in the place of {@code read}, if that has not been moved or replaced since.
   * Answers whether it did.
   */
  boolean replace(Lag read, Lag next);

  /**
   * The open ones of {@code agent} in sessions after {@code after} (in the order of their ids), at
   * most {@code limit}.
   */
  List<Lag> open(Handle agent, Optional<SessionId> after, int limit);

  /**
   * The agent's for that session, open or finished not longer ago than a stretch may reach back.
   */
  Optional<Lag> find(Handle agent, SessionId session);

  /**
   * Notes the mark and the handouts of {@code moved}, if its generation still is there and open.
   * Answers whether it did.
   */
  boolean move(Lag moved);

  /**
   * Finishes it at {@code now}, if the generation still is {@code generation}. Answers whether it
   * did.
   */
  boolean finish(Handle agent, SessionId session, Ulid generation, long now);
}
