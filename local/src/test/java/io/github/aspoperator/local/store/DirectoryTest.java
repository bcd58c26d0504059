package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a start says of a directory that it cannot use. */
final class DirectoryTest {

  private final Folder folder = Folder.fresh();

  @AfterEach
  void tidy() {
    folder.delete();
  }

  private Store open() {
    return Store.open(folder.path(), new Quiet(), Duration.ofSeconds(60));
  }

  @Test
  void aSecondStartOnTheSameDirectoryIsToldSo() {
    Store first = open();
    CannotOpen told = assertThrows(CannotOpen.class, this::open);
    assertEquals(
        "Another operator is using the data directory "
            + folder.path()
            + ": stop it, or choose another with --data.",
        told.getMessage());
    first.close();
    open().close();
  }

  @Test
  void aDatabaseOfALaterVersionIsLeftAlone() throws SQLException {
    open().close();
    Path file = folder.path().resolve("operator.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("pragma user_version = 7");
    }
    CannotOpen told = assertThrows(CannotOpen.class, this::open);
    assertEquals(
        "The data in "
            + folder.path()
            + " is of version 7, and this operator knows up to 4: run a newer one, or choose"
            + " another data directory.",
        told.getMessage());
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedInOneSentence() throws IOException {
    Files.writeString(
        folder.path().resolve("operator.db"), "not a database, but long enough ".repeat(40));
    CannotOpen told = assertThrows(CannotOpen.class, this::open);
    assertEquals(1, String.valueOf(told.getMessage()).lines().count());
    Files.delete(folder.path().resolve("operator.db"));
    open().close();
  }

  @Test
  void aClosedStoreLeavesOneDatabaseFile() throws IOException {
    Store store = open();
    store.log().append(Sends.genesis(Sends.session()));
    store.close();
    try (var files = Files.list(folder.path())) {
      assertEquals(
          "[operator.db, operator.lock]",
          files.map(file -> file.getFileName().toString()).sorted().toList().toString());
    }
  }
}
