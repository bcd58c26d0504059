package io.github.aspoperator.local.store;

import io.github.aspoperator.refusal.Unavailable;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** An {@link Op} that somebody waits for. */
final class Task<T> implements Op {

  private final Query<T> query;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable T found;
  private @Nullable RuntimeException broken;

  Task(Query<T> query) {
    this.query = query;
  }

  @Override
  public void run(Db db) throws SQLException {
    try {
      found = query.on(db);
    } catch (RuntimeException e) {
      broken = e;
    }
  }

  @Override
  @SuppressWarnings("NullAway") // a query that answers null would be its own author's mistake
  public void durable() {
    if (broken != null) {
      answer.completeExceptionally(broken);
    } else {
      answer.complete(found);
    }
  }

  @Override
  public void failed(Unavailable why) {
    answer.completeExceptionally(why);
  }

  /** What the query answered, once its group is durable. */
  T await() {
    return await(answer);
  }

  /** What {@code answer} is completed with; its exception as it is. */
  static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Unavailable why) {
        // one for each who waits: a shared one would carry the wrong stack
        throw new Unavailable(String.valueOf(why.getMessage()), why);
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
