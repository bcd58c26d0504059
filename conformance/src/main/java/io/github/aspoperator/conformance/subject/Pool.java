package io.github.aspoperator.conformance.subject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The agents that checks borrow, each for itself alone. Where the owner's side is open every check
 * gets fresh ones.
 */
public final class Pool {

  private final Target target;
  private final Registrar registrar;
  private final Deque<Account> free;

  public Pool(Target target, Registrar registrar) {
    this.target = target;
    this.registrar = registrar;
    this.free = new ArrayDeque<>(target.agents());
  }

  /** Whether that many can ever be had at once. */
  public boolean canGive(int count) {
    return target.admin().isPresent() || target.agents().size() >= count;
  }

  /** Waits until {@code count} are free, and takes all of them at once. */
  public List<Account> take(int count) throws InterruptedException {
    if (target.admin().isPresent()) {
      return registrar.fresh(count);
    }
    List<Account> taken = new ArrayList<>();
    synchronized (free) {
      while (free.size() < count) {
        free.wait();
      }
      for (int i = 0; i < count; i++) {
        taken.add(free.removeFirst());
      }
    }
    return taken;
  }

  /** Gives them back. */
  public void giveBack(List<Account> accounts) {
    if (target.admin().isEmpty()) {
      synchronized (free) {
        free.addAll(accounts);
        free.notifyAll();
      }
    }
  }
}
