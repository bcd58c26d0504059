package io.github.aspoperator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Found;
import io.github.aspoperator.conformance.checks.Suite;
import io.github.aspoperator.conformance.report.ClauseTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The suite as a whole. */
final class SuiteTest {

  @Test
  void everyClauseHasACheck() {
    Set<Clause> without = EnumSet.allOf(Clause.class);
    Suite.all().forEach(found -> without.remove(found.check().clause()));
    assertEquals(EnumSet.noneOf(Clause.class), without);
  }

  @Test
  void everyIdIsThereOnce() {
    Set<String> ids = new HashSet<>();
    for (Found found : Suite.all()) {
      assertTrue(ids.add(found.id()), found::id);
      assertTrue(found.id().matches("ASP-[A-Z]{3}-[0-9]{3}"), found::id);
    }
  }

  @Test
  void theTableOfClausesIsUpToDate() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "conformance.md"));
    assertEquals(ClauseTable.markdown(Suite.all()), page, "scripts/conformance --table makes it");
  }
}
