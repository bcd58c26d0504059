package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads of the log table: all of them strong. */
final class Commits {

  private static final int ALL = Integer.MAX_VALUE;

  private final Dynamo dynamo;
  private final String table;

  Commits(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.log();
  }

  /** The commit at {@code key}. */
  Optional<Commit> at(SessionId session, long key) {
    return dynamo.get(table, Keys.commit(session, key)).map(CommitItem::commit);
  }

  /** Every commit from {@code key} on. */
  List<Commit> from(SessionId session, long key) {
    return from(session, key, ALL, ALL);
  }

  /**
   * Commits from {@code key} on, at most so many, and at most so many bytes of bodies, but at least
   * one if there is one.
   */
  List<Commit> from(SessionId session, long key, int maxBytes, int maxCommits) {
    List<Commit> commits = new ArrayList<>();
    Range range = Range.commits(session.ulid().text(), key);
    Map<String, AttributeValue> next = Map.of();
    long bytes = 0;
    do {
      Dynamo.Page page = dynamo.query(table, range, "", maxCommits - commits.size(), next);
      for (Item item : page.items()) {
        bytes += CommitItem.size(item);
        if (bytes > maxBytes && !commits.isEmpty()) {
          return commits;
        }
        commits.add(CommitItem.commit(item));
      }
      next = page.next();
    } while (!next.isEmpty() && commits.size() < maxCommits);
    return commits;
  }

  /** The last commit before {@code key}. */
  Optional<Commit> before(SessionId session, long key) {
    return some(session, key, 1).stream().findFirst();
  }

  /** At most {@code limit} commits before {@code key}, the last one first. */
  List<Commit> some(SessionId session, long key, int limit) {
    Range range = Range.commitsBefore(session.ulid().text(), key);
    return dynamo.query(table, range, "", limit, Map.of()).items().stream()
        .map(CommitItem::commit)
        .toList();
  }
}
