package io.github.aspoperator.conformance.broken;

import java.io.IOException;

/** The good operator behind a broken one. */
@FunctionalInterface
interface Behind {

  /** What it answers. */
  Answer answer(Call call) throws IOException, InterruptedException;
}
