package io.github.aspoperator.load.event;

/** Reads {@code {"message_id":…,"sequence":…}}, the answer to an accepted message. */
public final class AnswerReader {
  private static final byte[] MESSAGE_ID = Words.of("message_id");
  private static final byte[] SEQUENCE = Words.of("sequence");

  private final JsonCursor cursor = new JsonCursor();
  private int mark;
  private long sequence;

  /** Reads it; false if one of the two is missing. */
  public boolean read(byte[] a, int from, int to) {
    boolean named = false;
    sequence = 0;
    cursor.over(a, from, to);
    if (!cursor.enterObject()) {
      return false;
    }
    while (cursor.nextField()) {
      if (cursor.is(MESSAGE_ID)) {
        named = cursor.stringOrSkip();
        mark = Words.mark(cursor.array(), cursor.from(), cursor.to());
      } else if (cursor.is(SEQUENCE)) {
        sequence = cursor.integer();
      } else {
        cursor.skip();
      }
    }
    return named && sequence > 0 && sequence <= Integer.MAX_VALUE;
  }

  /** The number that stands for the message's id, as in {@link EventReader#mark()}. */
  public int mark() {
    return mark;
  }

  public int sequence() {
    return (int) sequence;
  }
}
