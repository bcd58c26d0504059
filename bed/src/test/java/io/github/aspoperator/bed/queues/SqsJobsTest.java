package io.github.aspoperator.bed.queues;

import io.github.aspoperator.testkit.Home;
import io.github.aspoperator.testkit.JobsContract;

/** Jobs in the template's queues, held to the contract of their port. */
final class SqsJobsTest extends JobsContract {

  @Override
  protected Home open() {
    return new QueueHome();
  }
}
