package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Contacts;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who may reach whom in a story: everybody, but for strangers and blocks. It answers just what was
 * asked, so that a question that asks too little shows.
 *
 * @param strangers pairs of which one does not admit the other
 * @param blocks those that stand
 */
public record Ties(Set<Set<Handle>> strangers, Set<Block> blocks) {

  /** Everybody reaches everybody. */
  public static final Ties FRIENDS = new Ties(Set.of(), Set.of());

  public Ties strangers(Handle one, Handle other) {
    return new Ties(with(strangers, Set.of(one, other)), blocks);
  }

  public Ties friends(Handle one, Handle other) {
    return new Ties(without(strangers, Set.of(one, other)), blocks);
  }

  public Ties block(Handle blocker, Handle blocked) {
    return new Ties(strangers, with(blocks, new Block(blocker, blocked)));
  }

  public Ties unblock(Handle blocker, Handle blocked) {
    return new Ties(strangers, without(blocks, new Block(blocker, blocked)));
  }

  boolean blocked(Handle blocker, Handle blocked) {
    return blocks.contains(new Block(blocker, blocked));
  }

  boolean apart(Handle one, Handle other) {
    return blocked(one, other) || blocked(other, one);
  }

  boolean reachable(Handle one, Handle other) {
    return !strangers.contains(Set.of(one, other)) && !apart(one, other);
  }

  Contacts answer(Question question) {
    Set<Handle> everybody = new HashSet<>(question.candidates());
    everybody.addAll(question.present());
    everybody.add(question.caller());
    Set<Handle> reachable =
        those(question.candidates(), candidate -> reachable(question.caller(), candidate));
    return new Contacts(
        reachable,
        those(blocks, b -> everybody.contains(b.blocker()) && everybody.contains(b.blocked())));
  }

  private static <T> Set<T> those(Collection<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).collect(Collectors.toUnmodifiableSet());
  }

  private static <T> Set<T> with(Set<T> set, T one) {
    Set<T> next = new HashSet<>(set);
    next.add(one);
    return Set.copyOf(next);
  }

  private static <T> Set<T> without(Set<T> set, T one) {
    return those(set, other -> !other.equals(one));
  }
}
