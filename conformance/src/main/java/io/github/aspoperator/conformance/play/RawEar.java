package io.github.aspoperator.conformance.play;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection on a bare socket, on which a text of any size goes out in one frame: the JDK's
 * client would cut a large one into several.
 */
public final class RawEar implements AutoCloseable {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int NO_CLOSE = 1006;

  private final Socket socket;
  private final DataInputStream in;

  private RawEar(Socket socket, DataInputStream in) {
    this.socket = socket;
    this.in = in;
  }

  /** Opens one; demands that it is accepted. */
  static RawEar open(Agent agent, Caller caller) {
    URI uri = caller.target().stream();
    try {
      Socket socket = connected(uri);
      socket.setSoTimeout((int) caller.target().patience().toMillis());
      socket.getOutputStream().write(handshake(uri, agent).getBytes(StandardCharsets.US_ASCII));
      DataInputStream in = new DataInputStream(socket.getInputStream());
      String answer = line(in);
      if (!answer.startsWith("HTTP/1.1 101 ")) {
        socket.close();
        throw new CheckFailed(agent + " was refused with \"" + answer + "\" when it connected");
      }
      while (!line(in).isEmpty()) {
        // headers, of which nothing is needed
      }
      return new RawEar(socket, in);
    } catch (IOException e) {
      throw new CheckFailed(agent + " could not connect: " + e);
    }
  }

  private static Socket connected(URI uri) throws IOException {
    boolean secret = uri.getScheme().equals("wss");
    int port = uri.getPort() > 0 ? uri.getPort() : secret ? 443 : 80;
    if (!secret) {
      return new Socket(uri.getHost(), port);
    }
    if (SSLSocketFactory.getDefault().createSocket(uri.getHost(), port) instanceof SSLSocket tls) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      tls.setSSLParameters(parameters);
      return tls;
    }
    throw new IOException("there is no TLS");
  }

  private static String handshake(URI uri, Agent agent) {
    String path = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return """
    GET %s HTTP/1.1
    Host: %s
    Upgrade: websocket
    Connection: Upgrade
    Sec-WebSocket-Version: 13
    Sec-WebSocket-Key: %s
    Authorization: Bearer %s

    """
        .formatted(
            uri.getRawPath() + path,
            uri.getRawAuthority(),
            Base64.getEncoder().encodeToString(random(16)),
            agent.token())
        .replace("\n", "\r\n");
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String line(DataInputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  /** Sends a text in one frame. */
  public void send(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    byte[] mask = random(4);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) (0x80 | TEXT));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i % 4]));
    }
    try {
      socket.getOutputStream().write(frame.array(), 0, frame.position());
    } catch (IOException e) {
      throw new CheckFailed("a frame of " + payload.length + " bytes could not be sent: " + e);
    }
  }

  /** Waits for the frame that says just this, as JSON. */
  public void await(String json) {
    Frame frame = next();
    while (!(frame.code() == TEXT && Json.read(frame.text()).equals(Json.read(json)))) {
      if (frame.code() == CLOSE) {
        throw new CheckFailed("the connection was closed with " + frame.closing());
      }
      frame = next();
    }
  }

  /** The code with which it is closed, 1006 for none; fails when it stays open. */
  public int awaitClose() {
    Frame frame = next();
    while (frame.code() != CLOSE) {
      frame = next();
    }
    return frame.closing();
  }

  private record Frame(int code, ByteBuffer payload) {
    String text() {
      return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }

    int closing() {
      return payload.remaining() < 2 ? NO_CLOSE : payload.getShort(0) & 0xffff;
    }
  }

  private Frame next() {
    try {
      int code = in.readUnsignedByte() & 15;
      long length = in.readUnsignedByte() & 127;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = in.readLong();
      }
      return new Frame(code, ByteBuffer.wrap(in.readNBytes((int) length)));
    } catch (SocketTimeoutException e) {
      throw new CheckFailed("nothing came any more, and the connection was not closed");
    } catch (IOException e) {
      // a server that closes early resets what is still on its way to it
      return new Frame(CLOSE, ByteBuffer.allocate(0));
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new CheckFailed("a connection could not be closed: " + e);
    }
  }
}
