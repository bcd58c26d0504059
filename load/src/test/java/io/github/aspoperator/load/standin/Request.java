package io.github.aspoperator.load.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One HTTP request as it was read. */
record Request(String line, Map<String, String> headers, String body) {

  static Request read(InputStream in) throws IOException {
    String line = line(in);
    Map<String, String> headers = new HashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(line, headers, new String(in.readNBytes(length), UTF_8));
  }

  String token() {
    return headers.getOrDefault("authorization", "").replace("Bearer ", "");
  }

  /** The string in a field of a body as simple as ours. */
  String field(String name) {
    String opening = "\"" + name + "\":\"";
    int from = body.indexOf(opening) + opening.length();
    return body.substring(from, body.indexOf('"', from));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        bytes.write(c);
      }
    }
    return bytes.toString(ISO_8859_1);
  }
}
