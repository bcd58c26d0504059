package io.github.aspoperator.load.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FramesTest {
  private final Random random = new Random(Long.getLong("test.seed", 1));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 125, 126, 65_535, 65_536})
  void aFrameCarriesItsPayloadUnderItsMask(int length) {
    byte[] payload = new byte[length + 2];
    random.nextBytes(payload);
    ByteBuffer frame = Frames.of(FrameParser.TEXT, payload, 1, length + 1, random.nextInt());

    assertEquals(0x81, frame.get() & 0xff);
    int small = frame.get() & 0xff;
    assertEquals(0x80, small & 0x80, "masked");
    long written =
        switch (small & 0x7f) {
          case 126 -> frame.getShort() & 0xffff;
          case 127 -> frame.getLong();
          default -> small & 0x7f;
        };
    assertEquals(length, written);
    byte[] mask = new byte[4];
    frame.get(mask);
    byte[] unmasked = new byte[frame.remaining()];
    frame.get(unmasked);
    for (int i = 0; i < unmasked.length; i++) {
      unmasked[i] ^= mask[i % 4];
    }
    assertArrayEquals(Arrays.copyOfRange(payload, 1, length + 1), unmasked);
  }
}
