package io.github.aspoperator.load.event;

/**
 * Reads one frame: which session, which sequence, which type, and of a message its id and our
 * stamp.
 */
public final class EventReader {
  /** The mark of every event that is no message. */
  public static final int LIFECYCLE = 1;

  private static final long HIGHEST_SEQUENCE = 20_000_000;
  private static final byte[] TYPE = Words.of("type");
  private static final byte[] SESSION_ID = Words.of("session_id");
  private static final byte[] SEQUENCE = Words.of("sequence");
  private static final byte[] PAYLOAD = Words.of("payload");
  private static final byte[] ID = Words.of("id");
  private static final byte[] CONTENT = Words.of("content");

  private final JsonCursor cursor = new JsonCursor();
  private final Stamp stamp = new Stamp();
  private EventType type = EventType.OTHER;
  private int sessionFrom;
  private int sessionTo;
  private long sequence;
  private int mark;

  /** Reads it; false if it is no event of a session (a pong, say). */
  public boolean read(byte[] a, int from, int to) {
    type = EventType.OTHER;
    sessionTo = sessionFrom = 0;
    sequence = 0;
    mark = LIFECYCLE;
    stamp.clear();
    cursor.over(a, from, to);
    if (!cursor.enterObject()) {
      return false;
    }
    while (cursor.nextField()) {
      field();
    }
    if (type != EventType.OTHER && (sequence < 1 || sessionTo == 0)) {
      throw new MalformedJson("an event without session or sequence");
    }
    if (sequence > HIGHEST_SEQUENCE) {
      throw new MalformedJson("a sequence beyond twenty million");
    }
    return sequence > 0 && sessionTo > 0;
  }

  public EventType type() {
    return type;
  }

  /** Where the session's id stands in what was read. */
  public int sessionFrom() {
    return sessionFrom;
  }

  public int sessionTo() {
    return sessionTo;
  }

  public int sequence() {
    return (int) sequence;
  }

  /** {@link #LIFECYCLE}, or of a message a number that stands for its id. */
  public int mark() {
    return type == EventType.MESSAGE ? mark : LIFECYCLE;
  }

  /** What our sender wrote into the content. */
  public Stamp stamp() {
    return stamp;
  }

  private void field() {
    if (cursor.is(TYPE)) {
      if (cursor.stringOrSkip()) {
        type = EventType.read(cursor.array(), cursor.from(), cursor.to());
      }
    } else if (cursor.is(SESSION_ID)) {
      if (cursor.stringOrSkip()) {
        sessionFrom = cursor.from();
        sessionTo = cursor.to();
      }
    } else if (cursor.is(SEQUENCE)) {
      sequence = cursor.integer();
    } else if (cursor.is(PAYLOAD) && cursor.enterObject()) {
      payload();
    } else {
      cursor.skip();
    }
  }

  private void payload() {
    while (cursor.nextField()) {
      if (cursor.is(ID)) {
        if (cursor.stringOrSkip()) {
          mark = Words.mark(cursor.array(), cursor.from(), cursor.to());
        }
      } else if (cursor.is(CONTENT)) {
        if (cursor.stringOrSkip()) {
          stamp.read(cursor.array(), cursor.from(), cursor.to());
        }
      } else {
        cursor.skip();
      }
    }
  }
}
