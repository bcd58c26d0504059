package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.dynamo.CommitItem;
import io.github.aspoperator.aws.dynamo.Item;
import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.functions.log.LateLogger;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch of the stream says of one session. A record that cannot be read still rings, without
 * a commit: the drain then reads the log, and fails there, where it harms this session only.
 *
 * @param bell with the commits that were readable, in their order, each once
 * @param first the stream's number of the first record
 */
record Ringing(Bell bell, String first) {

  private static final LateLogger LOG = LateLogger.of(Ringing.class);

  SessionId session() {
    return bell.session();
  }

  /** One for each session of the batch. */
  static List<Ringing> in(List<StreamRecord> records) {
    Map<SessionId, List<Optional<Commit>>> commits = new LinkedHashMap<>();
    Map<SessionId, String> first = new HashMap<>();
    for (StreamRecord streamed : records) {
      SessionId session = CommitItem.session(streamed.keys());
      first.putIfAbsent(session, streamed.number());
      commits
          .computeIfAbsent(session, _ -> new ArrayList<>())
          .add(streamed.image().flatMap(Ringing::commit));
    }
    List<Ringing> all = new ArrayList<>();
    commits.forEach((session, some) -> all.add(of(session, some, first.getOrDefault(session, ""))));
    return all;
  }

  private static Ringing of(SessionId session, List<Optional<Commit>> commits, String first) {
    boolean readable = commits.stream().allMatch(Optional::isPresent);
    List<Commit> inOrder =
        commits.stream()
            .flatMap(Optional::stream)
            .distinct()
            .sorted(Comparator.comparingLong(Commit::key))
            .toList();
    return new Ringing(readable ? new Bell(session, inOrder) : Bell.of(session), first);
  }

  private static Optional<Commit> commit(Item image) {
    try {
      return Optional.of(CommitItem.commit(image));
    } catch (RuntimeException e) {
      LOG.get().log(System.Logger.Level.ERROR, "a record of the stream is no commit", e);
      return Optional.empty();
    }
  }

  /** The earlier of two numbers of the stream. */
  static Optional<String> earlier(Optional<String> one, Optional<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    boolean isFirst = new BigInteger(one.get()).compareTo(new BigInteger(other.get())) <= 0;
    return isFirst ? one : other;
  }
}
