package io.github.aspoperator.conformance.broken;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request or an answer as HTTP/1.1 has it on the wire.
 *
 * @param first line
 * @param headers by their names, in lower case; those of one name are joined
 * @param body a character for each byte
 */
record Message(String first, Map<String, String> headers, String body) {

  /** Headers that belong to a connection, and are made anew on the next one. */
  private static final Set<String> OWN =
      Set.of(
          "connection", "host", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  /** Reads the next one; {@link EOFException} where the other side is gone before it begins. */
  static Message read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      throw new EOFException("nothing more comes");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (before, more) -> before + ", " + more);
    }
    if (headers.containsKey("transfer-encoding")) {
      throw new IOException("the proxy knows whole bodies only");
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new IOException("the body breaks off");
    }
    return new Message(first, headers, new String(body, ISO_8859_1));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next != '\n' && next >= 0) {
      line.write(next);
      next = in.read();
    }
    return line.toString(ISO_8859_1).strip();
  }

  /** Writes it, without the headers of the connection it came on. */
  void write(OutputStream out) throws IOException {
    StringBuilder all = new StringBuilder(first).append("\r\n");
    headers.forEach((name, value) -> {
      if (!OWN.contains(name)) {
        all.append(name).append(": ").append(value).append("\r\n");
      }
    });
    if (headers.containsKey("host")) {
      all.append("host: 127.0.0.1\r\n");
    }
    // an answer of 204 has no length
    if (!first.startsWith("HTTP/1.1 204 ")) {
      all.append("content-length: ").append(body.length()).append("\r\n");
    }
    out.write(all.append("\r\n").append(body).toString().getBytes(ISO_8859_1));
    out.flush();
  }
}
