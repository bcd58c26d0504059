package io.github.aspoperator.bed.lambda;

/** What a test does to invocations: lose, repeat, delay or fail them. */
@FunctionalInterface
public interface InvocationFault {

  /** Nothing ever goes wrong. */
  InvocationFault NONE = (functionId, event, function) -> function.invoke(event);

  /** What comes of it in place of {@code function}, or with what that makes of it. */
  Outcome around(String functionId, String event, Function function) throws InterruptedException;

  /** The function itself. */
  @FunctionalInterface
  interface Function {
    /** Invokes it. */
    Outcome invoke(String event) throws InterruptedException;
  }
}
