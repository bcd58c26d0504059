package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Token;
import io.github.aspoperator.local.client.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No token and no content is in any line that is logged: with the shipped configuration at its
 * finest, which is everything but what it pins, and says so.
 */
class LogTest {

  private static final Path SHIPPED = Path.of("logging.properties").toAbsolutePath();

  @TempDir private Path directory;

  /** The shipped configuration, edited. */
  private Path logging(String shipped, String edited) throws IOException {
    String text = Files.readString(SHIPPED);
    assertTrue(text.contains(shipped), text);
    return Files.writeString(
        directory.resolve("logging.properties"), text.replace(shipped, edited));
  }

  private Token adminToken() throws IOException {
    return new Token(Files.readString(directory.resolve("admin-token")).strip());
  }

  @Test
  void atItsFinestTheLogShowsNoTokenAndNoContent() throws Exception {
    Path finest = logging("\n.level = INFO\n", "\n.level = ALL\n");
    Planted planted;
    try (LoggedProcess operator = new LoggedProcess(directory, finest)) {
      planted = new Planted(operator.url(), adminToken());
      planted.talk();
      planted.provoke();
      assertEquals(List.of(), planted.shownIn(operator.stop()));
    }
    spoil();
    try (LoggedProcess operator = new LoggedProcess(directory, finest)) {
      String url = operator.url();
      Await.equal(
          true, () -> operator.printed().contains("drain of " + planted.session() + " failed"));
      planted.returnTo(url);
      Await.equal(true, () -> operator.printed().contains("a request "));
      assertEquals(List.of(), planted.shownIn(operator.stop()));
    }
  }

  /** Cuts every commit in half and forgets what was drained: all that reads them will fail. */
  private void spoil() throws SQLException {
    String database = "jdbc:sqlite:" + directory.resolve("operator.db");
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("update commits set body = substr(body, 1, length(body) / 2)");
      statement.executeUpdate("update rosters set body = substr(body, 1, length(body) / 2)");
      statement.executeUpdate("delete from heads");
      statement.executeUpdate("update heartbeat set undrained_from = 0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.eclipse.jetty.level = WARNING",
        "org.eclipse.jetty.http.HttpParser.level = SEVERE",
        "org.eclipse.jetty.util.HostPort.level = SEVERE"
      })
  void withoutOneOfItsPinsItWouldShowThem(String pin) throws Exception {
    Path unpinned = logging(pin, ".level = ALL");
    try (LoggedProcess operator = new LoggedProcess(directory, unpinned)) {
      Planted planted = new Planted(operator.url(), adminToken());
      planted.provoke();
      assertFalse(planted.shownIn(operator.stop()).isEmpty());
    }
  }
}
