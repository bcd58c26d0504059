package io.github.aspoperator.load.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.ProtocolException;

/** The two lines of an answer that carry a number the parser depends on. */
final class StatusLine {
  private StatusLine() {}

  /** The status of {@code HTTP/1.1 201 Created}. */
  static int read(byte[] line, int length) throws ProtocolException {
    boolean http = length >= 12 && line[0] == 'H' && line[5] == '1' && line[8] == ' ';
    int status = http ? 0 : -1;
    for (int i = 9; http && i < 12; i++) {
      if (line[i] < '0' || line[i] > '9') {
        throw notHttp();
      }
      status = status * 10 + line[i] - '0';
    }
    if (status < 100) {
      throw notHttp();
    }
    return status;
  }

  /** The size of {@code 1a3f;name=value}. */
  static long chunkSize(byte[] line, int length) throws ProtocolException {
    String text = new String(line, 0, length, ISO_8859_1);
    int end = text.indexOf(';');
    try {
      return Integer.parseUnsignedInt((end < 0 ? text : text.substring(0, end)).strip(), 16);
    } catch (NumberFormatException e) {
      throw new ProtocolException("a chunk without a size");
    }
  }

  private static ProtocolException notHttp() {
    return new ProtocolException("an answer that is not HTTP/1.1");
  }
}
