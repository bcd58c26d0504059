package io.github.aspoperator.simulation.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How attribute values compare, and what sets of them are. */
final class Values {

  private Values() {}

  /** The value that a request gives for {@code name}. */
  static AttributeValue given(Map<String, AttributeValue> values, String name) {
    AttributeValue value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value is given for " + name);
    }
    return value;
  }

  /** The order of two values of one type. */
  static int compare(AttributeValue a, AttributeValue b) {
    return switch (a.type()) {
      case N -> Long.compare(Long.parseLong(a.n()), Long.parseLong(b.n()));
      case S -> a.s().compareTo(b.s());
      case B -> Arrays.compareUnsigned(a.b().asByteArrayUnsafe(), b.b().asByteArrayUnsafe());
      case BOOL -> Boolean.compare(a.bool(), b.bool());
      default -> throw new IllegalArgumentException("values of type " + a.type() + " compared");
    };
  }

  /** Whether a set of bytes has {@code member}. */
  static boolean has(@Nullable AttributeValue set, AttributeValue member) {
    return set != null && set.hasBs() && set.bs().contains(member.b());
  }

  /** How many members a set has, or bytes, or characters. */
  static @Nullable AttributeValue size(@Nullable AttributeValue of) {
    if (of == null) {
      return null;
    }
    int size =
        switch (of.type()) {
          case BS -> of.bs().size();
          case B -> of.b().asByteArrayUnsafe().length;
          case S -> of.s().length();
          default -> throw new IllegalArgumentException("size of type " + of.type());
        };
    return AttributeValue.fromN(Integer.toString(size));
  }

  /** Adds a number to a number, or members to a set. */
  static AttributeValue plus(@Nullable AttributeValue to, AttributeValue more) {
    if (to == null) {
      return more;
    }
    if (more.n() != null) {
      return AttributeValue.fromN(Long.toString(Long.parseLong(to.n()) + Long.parseLong(more.n())));
    }
    Set<SdkBytes> members = new LinkedHashSet<>(to.bs());
    members.addAll(more.bs());
    return AttributeValue.fromBs(List.copyOf(members));
  }

  /** A set without some members; null when none is left. */
  static @Nullable AttributeValue minus(@Nullable AttributeValue from, AttributeValue less) {
    if (from == null) {
      return null;
    }
    List<SdkBytes> members = new ArrayList<>(from.bs());
    members.removeAll(less.bs());
    return members.isEmpty() ? null : AttributeValue.fromBs(members);
  }
}
