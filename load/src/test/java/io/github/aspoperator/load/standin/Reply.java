package io.github.aspoperator.load.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** One HTTP answer. */
record Reply(int status, String body) {

  void write(OutputStream out, Faults manner) throws IOException {
    String head = "HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\n";
    String close = manner.lasting(Fault.HANG_UP) ? "Connection: close\r\n" : "";
    String rest = manner.lasting(Fault.CHUNKS) ? chunks() : whole();
    out.write((head + close + rest).getBytes(UTF_8));
    out.flush();
  }

  private String whole() {
    return "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private String chunks() {
    int half = body.length() / 2;
    return "Transfer-Encoding: chunked\r\n\r\n"
        + chunk(body.substring(0, half))
        + chunk(body.substring(half))
        + "0\r\n\r\n";
  }

  private static String chunk(String part) {
    return Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
  }
}
