package io.github.aspoperator.bed.lambda;

import java.time.Duration;

/** One instance of a function: it handles one event at a time. */
interface Instance {

  /** What it is called; also the access key it signs its calls with. */
  String name();

  /** Waits until it is ready for its first event, or never will be. */
  void awaitReady() throws InterruptedException;

  /** Hands it an event and waits for what comes of it. Never called twice at once. */
  Outcome invoke(Invocation invocation) throws InterruptedException;

  /** Ends it at once, wherever it is; a running invocation has died. */
  void kill();

  /** Whether it can take another event. */
  boolean alive();

  /** Bytes it has logged so far, where that is known; else 0. */
  long logBytes();

  /** Processor time it has used so far, where that is known; else none. */
  Duration processorTime();
}
