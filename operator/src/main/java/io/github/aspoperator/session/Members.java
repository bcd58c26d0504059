package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everyone who is or was a participant, by index; immutable. */
public final class Members {

  /** Participants ever in one session (protocol section 4). */
  public static final int MAX = 256;

  private final List<Member> all;
  private final Map<Handle, Integer> indexes;

  private Members(List<Member> all, Map<Handle, Integer> indexes) {
    this.all = all;
    this.indexes = indexes;
  }

  /** The members in the order of their indexes, without gaps. */
  public static Members of(List<Member> all) {
    Map<Handle, Integer> indexes = HashMap.newHashMap(all.size());
    for (Member member : all) {
      if (member.index() != indexes.size()) {
        throw new IllegalArgumentException("members out of order");
      }
      indexes.put(member.handle(), member.index());
    }
    return new Members(List.copyOf(all), indexes);
  }

  /** The member with this handle, if it was ever one. */
  public Optional<Member> find(Handle handle) {
    Integer index = indexes.get(handle);
    return index == null ? Optional.empty() : Optional.of(all.get(index));
  }

  /** The member with this index. */
  public Member get(int index) {
    return all.get(index);
  }

  /** All of them, in the order of their indexes. */
  public List<Member> all() {
    return all;
  }

  /** Those who are joined or invited. */
  public Stream<Member> active() {
    return all.stream().filter(Member::isActive);
  }

  /** How many there ever were. */
  public int size() {
    return all.size();
  }

  /** With {@code member} at its index, added when that is the next free one. */
  Members with(Member member) {
    List<Member> next = new ArrayList<>(all);
    if (member.index() < next.size()) {
      next.set(member.index(), member);
      return new Members(List.copyOf(next), indexes);
    }
    next.add(member);
    return of(next);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Members members && all.equals(members.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
