package io.github.aspoperator.bed.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.junit.jupiter.api.Test;

/** A connection between the answer to its handshake and the first moment it can be used. */
final class ConnectionTest {

  @Test
  void aBreakThatComesBeforeTheConnectionIsOpenBreaksItOnceItIs() {
    Connection connection = new Connection("c1bed=", "127.0.0.1", "", Instant.EPOCH);
    AtomicBoolean broken = new AtomicBoolean();

    connection.abort();
    assertFalse(broken.get());
    connection.opened(
        new CoreSession.Empty() {
          @Override
          public void abort() {
            broken.set(true);
          }
        });

    assertTrue(broken.get());
  }
}
