package io.github.aspoperator.aws.dynamo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local, started: the only file of these tests that knows it, which a build without it
 * leaves out.
 */
public final class LocalEngine implements Supplier<URI> {

  /** Its own server would listen to the whole network, and ask for a port that is free. */
  @Override
  public URI get() {
    try {
      var engine = new LocalDynamoDBRequestHandler(0, true, null, true, false);
      var handler = new LocalDynamoDBServerHandler(engine, null);
      Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.setHandler(new ContextHandler(handler));
      server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(engine::shutdown));
      return server.getURI();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }
}
