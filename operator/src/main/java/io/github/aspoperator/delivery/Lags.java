package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.List;
import java.util.Optional;

/** Port: who is owed what. Reads are strong. */
public interface Lags {

  /**
   * Puts {@code lag}, unless the agent has one for that session that it does not {@linkplain
   * Lag#supersedes supersede}, open or finished: then nothing changes.
   */
  void create(Lag lag);

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
   * Moves the mark, if the generation still is {@code generation} and it is open. Answers whether
   * it did.
   */
  boolean move(Handle agent, SessionId session, Ulid generation, Mark mark, long now);

  /**
   * Finishes it at {@code now}, if the generation still is {@code generation}. Answers whether it
   * did.
   */
  boolean finish(Handle agent, SessionId session, Ulid generation, long now);
}
