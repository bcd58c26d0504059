package io.github.aspoperator.functions;

import io.github.aspoperator.functions.log.JsonLines;
import java.util.Map;

/** The process that Lambda gives to a function. */
public final class LambdaProcess {

  private LambdaProcess() {}

  /** Its variables; from now on the process logs lines of JSON, as they say. */
  public static Map<String, String> environment() {
    Map<String, String> environment = System.getenv();
    JsonLines.install(environment);
    return environment;
  }

  /** Whether a snapshot is taken of it, before its first event. */
  static boolean isForSnapshot() {
    return "snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"));
  }
}
