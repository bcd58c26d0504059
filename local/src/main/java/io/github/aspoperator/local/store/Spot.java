package io.github.aspoperator.local.store;

/** Where a commit finds itself when it comes to the end of its log. */
sealed interface Spot {

  /** It has its place, now or since an earlier call: its answer tells the rest. */
  record Placed(Pending mine) implements Spot {}

  /** Another one that is not durable yet has its key in the log. */
  record Taken(Pending other) implements Spot {}

  /** Another one that is not durable yet has its idempotency key. */
  record Known(Pending other) implements Spot {}

  /** The log is durably past its key: the table knows who is there. */
  record Past() implements Spot {}

  /** It follows one of which it is not certain that it will be there. */
  record Unsure(Pending last) implements Spot {}

  /** It follows nothing that is there: it was decided on commits that failed. */
  record Astray() implements Spot {}
}
