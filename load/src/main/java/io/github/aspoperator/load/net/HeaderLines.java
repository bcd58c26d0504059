package io.github.aspoperator.load.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.ProtocolException;
import java.util.Locale;

/** The few headers of an answer that change what the client does next. */
public final class HeaderLines {
  private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(ISO_8859_1);
  private static final byte[] TRANSFER_ENCODING = "transfer-encoding:".getBytes(ISO_8859_1);
  private static final byte[] CONNECTION = "connection:".getBytes(ISO_8859_1);
  private static final byte[] ACCEPT = "sec-websocket-accept:".getBytes(ISO_8859_1);

  private long contentLength = -1;
  private boolean chunked;
  private boolean close;
  private String accept = "";

  /** The length of the body, or -1 where none was given. */
  long contentLength() {
    return contentLength;
  }

  boolean chunked() {
    return chunked;
  }

  /** Whether the server ends the connection after this answer. */
  boolean close() {
    return close;
  }

  /** What a WebSocket server made of our key; empty where it said nothing. */
  String accept() {
    return accept;
  }

  void clear() {
    contentLength = -1;
    chunked = false;
    close = false;
    accept = "";
  }

  void take(byte[] line, int length) throws ProtocolException {
    switch (line[0] | 0x20) {
      case 'c' -> {
        if (named(CONTENT_LENGTH, line, length)) {
          contentLength = digits(line, CONTENT_LENGTH.length, length);
        } else if (named(CONNECTION, line, length)) {
          close = value(CONNECTION, line, length).toLowerCase(Locale.ROOT).contains("close");
        }
      }
      case 't' -> {
        if (named(TRANSFER_ENCODING, line, length)) {
          chunked =
              value(TRANSFER_ENCODING, line, length).toLowerCase(Locale.ROOT).endsWith("chunked");
        }
      }
      case 's' -> {
        if (named(ACCEPT, line, length)) {
          accept = value(ACCEPT, line, length);
        }
      }
      default -> {}
    }
  }

  private static boolean named(byte[] name, byte[] line, int length) {
    if (length < name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      int c = line[i];
      if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static String value(byte[] name, byte[] line, int length) {
    return new String(line, name.length, length - name.length, ISO_8859_1).strip();
  }

  private static long digits(byte[] line, int from, int to) throws ProtocolException {
    long number = -1;
    for (int i = from; i < to; i++) {
      boolean digit = line[i] >= '0' && line[i] <= '9';
      if (digit) {
        number = Math.max(number, 0) * 10 + line[i] - '0';
      }
      boolean space = line[i] == ' ' || line[i] == '\t';
      if (number > Integer.MAX_VALUE || !(digit || space)) {
        throw new ProtocolException("a Content-Length that is no number");
      }
    }
    return number;
  }
}
