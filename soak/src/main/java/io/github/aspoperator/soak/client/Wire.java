package io.github.aspoperator.soak.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A socket with a WebSocket handshake, and the few frames that a client sends. */
public final class Wire {

  /** Nobody took the connection: nothing was asked. */
  public static final int NOBODY = -1;

  /** Nothing was answered. */
  public static final int CUT = 0;

  /** The connection is open. */
  public static final int SWITCHED = 101;

  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 25_000;

  private final Socket socket = new Socket();

  /** Connects and asks; the status of the answer, or one of the above. */
  int open(URI url, String token) {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), CONNECT_MILLIS);
    } catch (IOException e) {
      close();
      return NOBODY;
    }
    int status = CUT;
    try {
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write(request(url, token));
      status = status(head(socket.getInputStream()));
      socket.setSoTimeout(0);
    } catch (IOException e) {
      status = CUT;
    }
    if (status != SWITCHED) {
      close();
    }
    return status;
  }

  private static byte[] request(URI url, String token) {
    return """
    GET /connect HTTP/1.1
    Host: %s
    Authorization: Bearer %s
    Upgrade: websocket
    Connection: Upgrade
    Sec-WebSocket-Version: 13
    Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

    """
        .formatted(url.getAuthority(), token)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Up to the empty line and no byte more: frames may follow at once. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int newlines = 0;
    while (newlines < 2) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("cut");
      }
      head.write(next);
      newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static int status(String head) throws IOException {
    String[] words = head.split(" ", 3);
    try {
      return words.length > 1 ? Integer.parseInt(words[1]) : CUT;
    } catch (NumberFormatException e) {
      throw new IOException("no answer of HTTP", e);
    }
  }

  InputStream input() throws IOException {
    return socket.getInputStream();
  }

  /** Sends a frame; one that cannot be sent is none. */
  void send(int opcode, byte[] payload, int from, int to) {
    byte[] frame = new byte[6 + to - from];
    // a mask of zeros leaves the payload as it is
    frame[0] = (byte) (0x80 | opcode);
    frame[1] = (byte) (0x80 | (to - from));
    System.arraycopy(payload, from, frame, 6, to - from);
    try {
      synchronized (this) {
        socket.getOutputStream().write(frame);
      }
    } catch (IOException e) {
      // whoever reads notices
    }
  }

  /** Closes it, as the system does for a process that is gone. */
  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // gone either way
    }
  }

  /** Closes it at once: whatever is under way is thrown away. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // gone already
    }
    close();
  }
}
