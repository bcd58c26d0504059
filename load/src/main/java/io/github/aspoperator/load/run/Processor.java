package io.github.aspoperator.load.run;

import java.time.Duration;

/** The processor time that this process has used, compiler and all. */
final class Processor {
  private Processor() {}

  static Duration used() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
