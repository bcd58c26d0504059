package io.github.aspoperator.bed.gateway;

import io.github.aspoperator.bed.endpoint.AwsEndpoint;
import io.github.aspoperator.bed.lambda.Lambda;
import io.github.aspoperator.bed.template.EdgeSpec;
import io.github.aspoperator.bed.template.Template;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/**
 * One address for both APIs, as CloudFront makes it: an upgrade of the stage's path goes to the
 * WebSocket API, everything else to the HTTP API. Beside it, on a port of its own, the address of
 * AWS' services.
 */
public final class Gateway implements AutoCloseable {

  private static final String PUBLIC = "public";

  private final Server server;
  private final ServerConnector front;
  private final ServerConnector back;

  /** Opens both ports; {@code port} is that of the APIs, 0 for any free one. */
  public Gateway(int port) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 4);
    threads.setName("gateway");
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server = new Server(threads);
    front = connector(port, PUBLIC);
    back = connector(0, "services");
    try {
      front.open();
      back.open();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("port " + port + " is taken", e);
    }
  }

  private ServerConnector connector(int port, String name) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setName(name);
    server.addConnector(connector);
    return connector;
  }

  /** Where clients find the APIs. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + front.getLocalPort());
  }

  /** Where functions find the services. */
  public URI services() {
    return URI.create("http://127.0.0.1:" + back.getLocalPort());
  }

  /** Begins to serve; {@code edge} with every value worked out. */
  public SocketApi start(
      Template template, EdgeSpec edge, Lambda lambda, AwsEndpoint endpoint, InstantSource clock) {
    var spec = template.socketApi();
    var mappings =
        new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(server));
    SocketEvents events =
        new SocketEvents(
            template.names().apiId(spec.id()), spec.stage(), edge.socketHeaders(), clock);
    SocketApi sockets = new SocketApi(spec, events, lambda, clock, mappings);
    HttpApi http = new HttpApi("http", template.httpRoutes(), edge.httpHeaders(), lambda, clock);
    endpoint.serve("Connections", new ConnectionsApi(sockets, spec.stage()));
    server.setHandler(
        new Handler.Sequence(List.of(new Doors(edge.socketPath(), sockets, http), endpoint)));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the gateway does not start", e);
    }
    return sockets;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the gateway does not stop", e);
    }
  }

  /** What comes in at the public port. Public because Jetty looks at it. */
  public static final class Doors extends Handler.Abstract {

    private final String socketPath;
    private final SocketApi sockets;
    private final HttpApi http;

    Doors(String socketPath, SocketApi sockets, HttpApi http) {
      this.socketPath = socketPath;
      this.sockets = sockets;
      this.http = http;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      var connector = request.getConnectionMetaData().getConnector();
      if (!PUBLIC.equals(connector.getName())) {
        return false;
      }
      String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "/");
      try {
        if (path.equals(socketPath) && request.getHeaders().contains(HttpHeader.UPGRADE)) {
          sockets.handshake(request, response, callback);
        } else {
          http.handle(request, response, callback);
        }
      } catch (IOException e) {
        callback.failed(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        callback.failed(e);
      }
      return true;
    }
  }
}
