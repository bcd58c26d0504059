package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every call in a session begins with, read in one round trip: who calls, strongly, and the
 * session's head, which may be a little old, since the put proves the rest. They are in two tables,
 * because DynamoDB reads all of one table with one consistency; the head alone would cost twice.
 */
public final class Ahead {

  private final Dynamo dynamo;
  private final Tables tables;
  private final DynamoHeads heads;
  private final DynamoLog log;
  private final Credentials credentials;

  /** Reads ahead for these adapters. */
  public Ahead(
      Dynamo dynamo, Tables tables, DynamoHeads heads, DynamoLog log, Credentials credentials) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.heads = heads;
    this.log = log;
    this.credentials = credentials;
  }

  /**
   * The two ports of one request.
   *
   * @param credentials which know whose the token is already
   * @param log whose first glance at the session is there already
   */
  public record Known(Credentials credentials, SessionLog log) {}

  /** Reads what a request with this token, in this session, needs first. */
  public Known read(TokenHash token, SessionId session) {
    List<Key> keys = new ArrayList<>(List.of(Keys.head(session)));
    if (!heads.knowsRoster(session)) {
      keys.add(Keys.roster(session));
    }
    Map<String, Dynamo.Wanted> wanted = new HashMap<>();
    wanted.put(tables.agents(), new Dynamo.Wanted(List.of(Keys.token(token)), true));
    wanted.put(tables.delivery(), new Dynamo.Wanted(keys, false));
    Map<String, List<Item>> found = dynamo.batch(wanted);
    Optional<Principal> principal =
        found.getOrDefault(tables.agents(), List.of()).stream()
            .findFirst()
            .map(DynamoCredentials::principal);
    return new Known(
        new KnownToken(token, principal, credentials),
        new KnownHead(session, head(session, found), log));
  }

  private Optional<SessionState> head(SessionId session, Map<String, List<Item>> found) {
    List<Item> items = found.getOrDefault(tables.delivery(), List.of());
    Optional<Item> head = items.stream().filter(Keys::isHead).findFirst();
    Optional<Item> roster = items.stream().filter(item -> !Keys.isHead(item)).findFirst();
    return head.flatMap(item -> heads.state(session, item, roster));
  }

  /** Credentials of which one token is known. */
  private record KnownToken(TokenHash token, Optional<Principal> principal, Credentials others)
      implements Credentials {

    @Override
    public Optional<Principal> find(TokenHash asked) {
      return asked.equals(token) ? principal : others.find(asked);
    }

    @Override
    public void set(Principal of, TokenHash next) {
      others.set(of, next);
    }

    @Override
    public void revoke(Principal of) {
      others.revoke(of);
    }

    @Override
    public Optional<TokenHash> of(Principal of) {
      return others.of(of);
    }
  }

  /** A log of which the head of one session is known. */
  private record KnownHead(SessionId session, Optional<SessionState> head, DynamoLog log)
      implements SessionLog {

    @Override
    public Glance glance(SessionId asked) {
      return asked.equals(session) && head.isPresent()
          ? log.glance(asked, head)
          : log.glance(asked);
    }

    @Override
    public Appended append(Commit commit) {
      return log.append(commit);
    }

    @Override
    public List<Commit> read(SessionId of, long after, int maxBytes) {
      return log.read(of, after, maxBytes);
    }

    @Override
    public List<Commit> read(SessionId of, long after, int maxBytes, int maxCommits) {
      return log.read(of, after, maxBytes, maxCommits);
    }

    @Override
    public Optional<SessionState> state(SessionId of) {
      return log.state(of);
    }

    @Override
    public long lastBefore(SessionId of, long millis) {
      return log.lastBefore(of, millis);
    }
  }
}
