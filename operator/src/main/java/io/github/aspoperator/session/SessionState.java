package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import java.util.Optional;

/**
 * A session at the end of a commit.
 *
 * @param roster who takes part, and whether it is active
 * @param sequence of the last event; 0 when there is none
 * @param at created_at of the last commit; nothing later may be earlier
 */
public record SessionState(Roster roster, long sequence, long at) {

  /** The session's id. */
  public SessionId id() {
    return roster.session();
  }

  /** The member with this handle, if it was ever one. */
  public Optional<Member> member(Handle handle) {
    return roster.members().find(handle);
  }

  /** Where the next commit goes. */
  public long nextKey() {
    return sequence + 1;
  }
}
