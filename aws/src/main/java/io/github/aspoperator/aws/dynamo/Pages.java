package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.session.Commit;
import io.github.aspoperator.stored.CommitCodec;
import java.util.ArrayList;
import java.util.List;

/** Pages of a log that begin inside a commit. */
final class Pages {

  private Pages() {}

  /** {@code first}, and of {@code rest} what still fits. */
  static List<Commit> behind(Commit first, List<Commit> rest, int maxBytes, int maxCommits) {
    List<Commit> page = new ArrayList<>(rest.size() + 1);
    long bytes = 0;
    for (Commit commit : concat(first, rest)) {
      bytes += CommitCodec.encode(commit).length;
      if (!page.isEmpty() && (bytes > maxBytes || page.size() == maxCommits)) {
        return page;
      }
      page.add(commit);
    }
    return page;
  }

  private static List<Commit> concat(Commit first, List<Commit> rest) {
    List<Commit> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
