package io.github.aspoperator.load.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgentFileTest {
  @TempDir private Path folder;

  @Test
  void aTokenStandsAloneOrInAnObject() throws IOException, CannotRun {
    AgentFile file =
        file(
            """
            {"@a.one": "1",
             "@a.two": {"policy": "open", "allowlist": ["@b.*"], "token": "2", "more": {"token": "no"}},
             "@a.three": "3"}\
            """);
    assertEquals(
        List.of(
            new Agent(0, "@a.one", "1"),
            new Agent(1, "@a.two", "2"),
            new Agent(2, "@a.three", "3")),
        file.take(10));
    assertEquals(2, file.take(2).size());
    assertFalse(file.areNew());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"@a.b\":\"1\"}",
        "{\"@a.b\":{}, \"@a.c\":\"1\"}",
        "{\"@a.b\":1,\"@a.c\":\"1\"}",
        "{\"@a.b\""
      })
  void aFileWithoutTwoTokensIsRefused(String text) throws IOException {
    AgentFile file = file(text);
    assertThrows(CannotRun.class, () -> file.take(2));
  }

  @Test
  void aTokenIsNeverPrinted() {
    assertEquals("@a.b", new Agent(0, "@a.b", "secret").toString());
  }

  private AgentFile file(String text) throws IOException {
    return new AgentFile(Files.writeString(folder.resolve("agents.json"), text, UTF_8));
  }
}
