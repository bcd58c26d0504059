package io.github.aspoperator.load.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The stand-in's front door: a thread a connection, nothing fast about it. */
public final class StandIn implements AutoCloseable {
  public static final String ADMIN_TOKEN = "let-me-in";

  /** A handshake with this token is never answered. */
  public static final String UNHEARD_TOKEN = "nobody-listens";

  private final ServerSocket server;
  private final Faults faults;
  private final Desk desk;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  public StandIn(Fault... faults) throws IOException {
    this(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()), faults);
  }

  /** Behind a socket that somebody else made. */
  public StandIn(ServerSocket server, Fault... faults) {
    this.server = server;
    this.faults = new Faults(faults);
    desk = new Desk(this.faults, this::die);
    Thread.ofVirtual().start(this::accept);
  }

  /** Stands in until it is killed, for a client in another process. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    try (StandIn standIn =
        new StandIn(new ServerSocket(port, 500, InetAddress.getLoopbackAddress()))) {
      System.out.println(standIn.url());
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  public String url() {
    return String.format(Locale.ROOT, "http://127.0.0.1:%d", server.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void die() {
    try {
      server.close();
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket client) {
    clients.add(client);
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      while (true) {
        Request request = Request.read(in);
        if (request.token().equals(UNHEARD_TOKEN)) {
          in.transferTo(OutputStream.nullOutputStream());
          return;
        }
        int greeting = request.headers().containsKey("upgrade") ? desk.greet(request.token()) : 200;
        if (greeting == 101) {
          upgrade(request, in, out);
          return;
        }
        (greeting == 200 ? desk.answer(request) : new Reply(greeting, "{}")).write(out, faults);
        if (faults.lasting(Fault.HANG_UP)) {
          return;
        }
      }
    } catch (IOException e) {
      // the client is gone
    }
  }

  private void upgrade(Request request, InputStream in, OutputStream out) throws IOException {
    String accept = accept(request.headers().getOrDefault("sec-websocket-key", ""));
    String head =
        "HTTP/1.1 101 Switching\r\n"
            + "Upgrade: websocket\r\n"
            + "Connection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept;
    out.write((head + "\r\n\r\n").getBytes(ISO_8859_1));
    Ear socket = new Ear(in, out);
    desk.connect(request.token(), socket);
    try {
      socket.listen();
    } finally {
      desk.disconnect(request.token(), socket);
    }
  }

  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
