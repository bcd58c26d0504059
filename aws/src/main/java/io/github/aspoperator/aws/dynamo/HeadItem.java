package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.stored.RosterCodec;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A head, and the roster that belongs to it where that is small: most sessions are one item below 1
 * KB, written in one unit and read in one. A larger roster is an item of its own, so that a message
 * never pays for it.
 */
final class HeadItem {

  /** Larger rosters are items of their own; the rest of a head takes less than 150 bytes. */
  private static final int INLINE = 870;

  private static final String SEQUENCE = "s";
  private static final String AT = "t";
  private static final String VERSION = "v";
  private static final String LAGGING = "l";
  private static final String THROUGH = "m";
  private static final String ROSTER = "r";

  private HeadItem() {}

  /** The item of {@code head}, with a roster in it that {@linkplain #fits fits}. */
  static Item of(SessionId session, Head head, byte[] roster) {
    return of(session, head).bytes(ROSTER, roster);
  }

  /** The item of {@code head}, without a roster. */
  static Item of(SessionId session, Head head) {
    Item item =
        Item.at(Keys.head(session))
            .number(SEQUENCE, head.sequence())
            .number(AT, head.at())
            .number(VERSION, head.version())
            .number(THROUGH, head.rosterThrough());
    if (!head.lagging().isEmpty()) {
      item.bytes(LAGGING, bits(head.lagging()));
    }
    return item;
  }

  /** Makes the head {@code next}; the roster in it stays. */
  static Update moving(Head next) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":s", Item.number(next.sequence()));
    values.put(":t", Item.number(next.at()));
    values.put(":next", Item.number(next.version()));
    values.put(":m", Item.number(next.rosterThrough()));
    String set = "set s = :s, t = :t, v = :next, m = :m";
    if (next.lagging().isEmpty()) {
      return new Update(set + " remove l", values);
    }
    values.put(":l", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bits(next.lagging()))));
    return new Update(set + ", l = :l", values);
  }

  static boolean fits(byte[] roster) {
    return roster.length <= INLINE;
  }

  static Head head(Item item) {
    return new Head(
        item.number(SEQUENCE),
        item.number(AT),
        item.number(VERSION),
        item.has(LAGGING) ? bits(item.bytes(LAGGING)) : MemberBits.NONE,
        item.number(THROUGH));
  }

  /** The roster's bytes, if they are in the head. */
  static Optional<byte[]> roster(Item item) {
    return item.has(ROSTER) ? Optional.of(item.bytes(ROSTER)) : Optional.empty();
  }

  /** The item of a roster that does not fit into its head. */
  static Item large(SessionId session, Roster roster, byte[] bytes) {
    return Item.at(Keys.roster(session)).number(THROUGH, roster.through()).bytes(ROSTER, bytes);
  }

  static long through(Item large) {
    return large.number(THROUGH);
  }

  static Roster roster(SessionId session, Item item) {
    return RosterCodec.decode(session, item.bytes(ROSTER));
  }

  /** Without the zeros at the end: few members are few bytes. */
  private static byte[] bits(MemberBits bits) {
    ByteBuffer all = ByteBuffer.allocate(4 * Long.BYTES);
    for (long word : new long[] {bits.a(), bits.b(), bits.c(), bits.d()}) {
      all.putLong(Long.reverseBytes(word));
    }
    int size = all.capacity();
    while (size > 0 && all.get(size - 1) == 0) {
      size--;
    }
    byte[] out = new byte[size];
    all.get(0, out);
    return out;
  }

  private static MemberBits bits(byte[] bytes) {
    ByteBuffer all = ByteBuffer.allocate(4 * Long.BYTES).put(0, bytes);
    return new MemberBits(word(all), word(all), word(all), word(all));
  }

  private static long word(ByteBuffer from) {
    return Long.reverseBytes(from.getLong());
  }
}
