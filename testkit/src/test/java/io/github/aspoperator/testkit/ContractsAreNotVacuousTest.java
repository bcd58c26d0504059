package io.github.aspoperator.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A contract that a home with nothing in it fulfils says nothing: each test must be red there. */
final class ContractsAreNotVacuousTest {

  /** Tests that a home without a memory may pass, each with the reason why. */
  private static final Map<String, String> EXCUSED = Map.of();

  @Test
  void everyContractTestFailsOnAHomeThatDoesNothing() {
    assertEquals(EXCUSED.keySet(), passedBy(HollowHomes.DoesNothing.class));
  }

  @Test
  void everyContractTestFailsOnAHomeThatAgreesToEverything() {
    assertEquals(EXCUSED.keySet(), passedBy(HollowHomes.AgreesToEverything.class));
  }

  private static Set<String> passedBy(Class<? extends PortContracts> home) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(home)).execute();
    Events tests = results.testEvents();
    assertTrue(tests.started().count() > 100, "contract tests that ran");
    assertEquals(0, tests.aborted().count() + tests.skipped().count(), "none was left out");
    return tests
        .succeeded()
        .map(ContractsAreNotVacuousTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(Event event) {
    return event.getTestDescriptor().getLegacyReportingName();
  }
}
