package io.github.aspoperator.bed.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.lambda.Code;
import io.github.aspoperator.bed.ledger.CallEntry;
import io.github.aspoperator.bed.template.FunctionSpec;
import io.github.aspoperator.bed.template.TableSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every function does before a snapshot of its process is taken. */
final class RehearsalTest {

  @TempDir Path logs;

  @Test
  @Timeout(600)
  void everyFunctionRehearsesWithinItsRoleAndChangesNothing() throws Exception {
    BedOptions options =
        BedOptions.of(Path.of("../template.yaml"))
            .processes(_ -> true, logs)
            .code(Code.ClassPath.own())
            .snapStart(true);
    Misfits misfits = new Misfits();
    try (Bed bed = Bed.start(options)) {
      for (FunctionSpec function : bed.template().functions()) {
        bed.ledger().clear();
        bed.lambda().prepare(function.id());
        bed.lambda().killAll(function.id());
        long made =
            bed.ledger().calls().stream()
                .map(CallEntry::functionId)
                .filter(function.id()::equals)
                .count();
        boolean asksNobody = function.id().equals("PublicFunction");
        misfits.unless(made > 0 || asksNobody, function.id() + " rehearses nothing");
      }
      for (TableSpec table : bed.template().tables()) {
        assertEquals(0, bed.tables().scan(r -> r.tableName(table.name())).count());
      }
    }
    assertEquals(List.of(), misfits.found());
    try (var files = Files.list(logs)) {
      for (Path log : files.toList()) {
        List<String> said =
            Files.readAllLines(log).stream().filter(line -> !TemplateFlags.areIn(line)).toList();
        assertEquals(List.of(), said, () -> log.getFileName() + ": nothing went wrong");
      }
    }
  }
}
