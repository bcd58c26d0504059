package io.github.aspoperator.load.net;

import java.net.ProtocolException;

/**
 * Reads HTTP/1.1 answers from bytes that may be cut anywhere: one answer, then {@link #reset()}.
 *
 * <p>It understands a length, chunks and a body that ends with the connection; of the headers it
 * keeps what a load generator acts on and forgets the rest.
 */
public final class ResponseParser {
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int LONGEST_BODY = 16 * 1024 * 1024;

  private enum Part {
    STATUS,
    HEADERS,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS,
    UNTIL_THE_END,
    DONE
  }

  private final Bytes line = new Bytes();
  private final Bytes body = new Bytes();
  private final HeaderLines headers = new HeaderLines();
  private Part part = Part.STATUS;
  private boolean begun;
  private int status;
  private long remaining;

  /**
   * Takes bytes up to the end of this answer and returns where it stopped: the rest belongs to what
   * comes next.
   */
  public int feed(byte[] a, int from, int to) throws ProtocolException {
    int at = from;
    begun |= at < to;
    while (at < to && part != Part.DONE) {
      at =
          switch (part) {
            case BODY, CHUNK -> takeBody(a, at, (int) Math.min(to, at + remaining));
            case UNTIL_THE_END -> takeBody(a, at, to);
            default -> takeLine(a, at, to);
          };
    }
    return at;
  }

  /** The connection ended: true if that completes the answer. */
  public boolean ended() {
    if (part == Part.UNTIL_THE_END) {
      part = Part.DONE;
    }
    return part == Part.DONE;
  }

  public boolean done() {
    return part == Part.DONE;
  }

  /** Whether any byte of the answer has arrived. */
  public boolean begun() {
    return begun;
  }

  public int status() {
    return status;
  }

  public Bytes body() {
    return body;
  }

  public HeaderLines headers() {
    return headers;
  }

  /** Forgets this answer and waits for the next one. */
  public void reset() {
    part = Part.STATUS;
    begun = false;
    line.clear();
    body.clear();
    headers.clear();
  }

  private int takeBody(byte[] a, int from, int to) throws ProtocolException {
    if (body.length() + (to - from) > LONGEST_BODY) {
      throw new ProtocolException("an answer longer than 16 MiB");
    }
    body.append(a, from, to);
    if (part != Part.UNTIL_THE_END) {
      remaining -= to - from;
      if (remaining == 0) {
        part = part == Part.CHUNK ? Part.CHUNK_END : Part.DONE;
      }
    }
    return to;
  }

  private int takeLine(byte[] a, int from, int to) throws ProtocolException {
    int at = from;
    while (at < to && a[at] != '\n') {
      at++;
    }
    line.append(a, from, at);
    if (line.length() > LONGEST_LINE) {
      throw new ProtocolException("a header line longer than 64 KiB");
    }
    if (at == to) {
      return to;
    }
    int length = line.length();
    endOfLine(length > 0 && line.array()[length - 1] == '\r' ? length - 1 : length);
    line.clear();
    return at + 1;
  }

  private void endOfLine(int length) throws ProtocolException {
    switch (part) {
      case STATUS -> {
        status = StatusLine.read(line.array(), length);
        part = Part.HEADERS;
      }
      case HEADERS -> {
        if (length == 0) {
          part = afterHeaders();
        } else {
          headers.take(line.array(), length);
        }
      }
      case CHUNK_SIZE -> {
        remaining = StatusLine.chunkSize(line.array(), length);
        part = remaining == 0 ? Part.TRAILERS : Part.CHUNK;
      }
      case CHUNK_END -> part = Part.CHUNK_SIZE;
      case TRAILERS -> part = length == 0 ? Part.DONE : Part.TRAILERS;
      case BODY, CHUNK, UNTIL_THE_END, DONE -> throw new IllegalStateException(part.name());
    }
  }

  private Part afterHeaders() {
    if (status == 101 || status == 204 || status == 304) {
      return Part.DONE;
    }
    if (status < 200) {
      headers.clear();
      return Part.STATUS;
    }
    if (headers.chunked()) {
      return Part.CHUNK_SIZE;
    }
    remaining = headers.contentLength();
    if (remaining < 0) {
      return Part.UNTIL_THE_END;
    }
    return remaining == 0 ? Part.DONE : Part.BODY;
  }
}
