package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.session.Members;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A set of the 256 members a session may have. */
final class MemberBitsTest {

  @Test
  void eachIndexIsASetOfItsOwn() {
    for (int i = 0; i < Members.MAX; i++) {
      MemberBits one = MemberBits.NONE.with(i);
      for (int j = 0; j < Members.MAX; j++) {
        assertEquals(i == j, one.has(j));
      }
      assertFalse(one.isEmpty());
      assertEquals(MemberBits.NONE, one.without(i));
    }
  }

  @Test
  void itIsTheSetOfWhatWasPutInAndNotTakenOut() {
    Random random = new Random(1);
    BitSet expected = new BitSet();
    MemberBits bits = MemberBits.NONE;
    for (int step = 0; step < 5_000; step++) {
      int index = random.nextInt(Members.MAX);
      boolean in = random.nextBoolean();
      expected.set(index, in);
      bits = in ? bits.with(index) : bits.without(index);
      assertEquals(expected, asBitSet(bits));
      assertEquals(expected.isEmpty(), bits.isEmpty());
    }
  }

  @Test
  void puttingInTwiceAndTakingOutTheAbsentChangeNothing() {
    MemberBits bits = MemberBits.NONE.with(63).with(64);
    assertEquals(bits, bits.with(63).without(65).without(255));
    assertTrue(bits.has(64));
  }

  private static BitSet asBitSet(MemberBits bits) {
    BitSet set = new BitSet();
    for (int i = 0; i < Members.MAX; i++) {
      set.set(i, bits.has(i));
    }
    return set;
  }
}
