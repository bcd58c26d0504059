package io.github.aspoperator.local.http;

import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.local.socket.Sockets;
import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.ConnectionCalls;
import io.github.aspoperator.wire.call.AgentSide;
import io.github.aspoperator.wire.call.OwnerSide;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/** HTTP and WebSocket on one port: Jetty, each request on a virtual thread. */
public final class LocalServer {

  private static final int IDLE_MILLIS = 60_000;
  private static final int HEADER_BYTES = 16 * 1024;

  static {
    // Jetty would ask JMX for it, which takes a fifth of a start: 64 bytes of compressed references
    System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
  }

  private final Server server;
  private final ServerConnector connector;
  private final Door door;

  /** Serves the calls on {@code host} and {@code port}, 0 for any free one. */
  public LocalServer(
      String host,
      int port,
      Authentication authentication,
      AgentSide agents,
      OwnerSide owners,
      ConnectionCalls connections,
      Sockets sockets,
      int requestsPerSecond,
      Ids ids,
      String version) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 4);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setUriCompliance(UriCompliance.UNSAFE);
    connector = new ServerConnector(server, 1, 1, new HttpConnections(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(4096);
    server.addConnector(connector);
    WebSocketMappings mappings = new WebSocketMappings(plainWebSocket(server));
    RateLimits rates = new RateLimits(requestsPerSecond);
    ConnectDoor connect = new ConnectDoor(authentication, connections, sockets, rates, mappings);
    door = new Door(authentication, agents, owners, connect, rates, ids, version);
    server.setHandler(door);
    server.setErrorHandler(new GatewayErrors(ids));
  }

  /**
   * WebSocket without extensions: compression would cost each connection memory and time that
   * nothing bounds.
   */
  private static WebSocketComponents plainWebSocket(Server server) {
    WebSocketComponents components = WebSocketServerComponents.ensureWebSocketComponents(server);
    var extensions = components.getExtensionRegistry();
    List.copyOf(extensions.getAvailableExtensionNames()).forEach(extensions::unregister);
    return components;
  }

  /** Begins to listen. */
  public void start() throws Exception {
    server.start();
  }

  /** Where it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  /** From now on every request is answered with 503: what is ended stays ended. */
  public void shut() {
    door.shut();
  }

  /** Stops to listen, and ends what is being served. */
  public void stop() throws Exception {
    server.stop();
  }
}
