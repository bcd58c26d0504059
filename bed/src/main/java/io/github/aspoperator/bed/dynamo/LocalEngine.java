package io.github.aspoperator.bed.dynamo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local, in this process and in memory: one for all beds of the process, whose tables have
 * different names, because a start takes a while. It is found by name only: its licence forbids to
 * hand it on and binds it to holders of an AWS account, so a build may leave it out, and nothing
 * here may need it to compile. It sends no telemetry.
 */
final class LocalEngine implements Engine {

  private static final String RUNNER = "software.amazon.dynamodb.services.local.main.ServerRunner";

  private static @Nullable Engine shared;

  private final URI uri;

  private LocalEngine(URI uri) {
    this.uri = uri;
  }

  static synchronized Engine shared() {
    Engine engine = shared == null ? start() : shared;
    shared = engine;
    return engine;
  }

  private static Engine start() {
    int port = freePort();
    String[] arguments = {
      "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)
    };
    try {
      Object server =
          Class.forName(RUNNER)
              .getMethod("createServerFromCommandLineArgs", String[].class)
              .invoke(null, (Object) arguments);
      bindToThisMachine(server);
      server.getClass().getMethod("safeStart").invoke(server);
      return new LocalEngine(URI.create("http://127.0.0.1:" + port));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "DynamoDB Local was left out of this build: name another engine in -D"
              + ENDPOINT_PROPERTY,
          e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }

  /** It would listen on every address, and cannot be told otherwise. */
  private static void bindToThisMachine(Object runner) throws ReflectiveOperationException {
    Field field = runner.getClass().getDeclaredField("server");
    field.setAccessible(true);
    Server jetty = (Server) field.get(runner);
    for (Connector connector : jetty.getConnectors()) {
      ((ServerConnector) connector).setHost("127.0.0.1");
    }
  }

  /** It takes no port 0, so one is looked for. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI uri() {
    return uri;
  }
}
