package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Idempotency;
import java.util.List;
import java.util.Optional;

/** Nobody uses a key in a small world. */
final class Forgetful implements Idempotency {

  @Override
  public Optional<Commit> find(SessionId session, Handle sender, String key) {
    return Optional.empty();
  }

  @Override
  public void remember(List<Commit> commits) {}

  @Override
  public SessionId claim(Handle creator, String key, SessionId session) {
    return session;
  }

  @Override
  public Optional<SessionId> claimed(Handle creator, String key) {
    return Optional.empty();
  }
}
