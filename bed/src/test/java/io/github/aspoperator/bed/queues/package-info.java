/** The port of jobs on a real SQS API. */
@NullMarked
package io.github.aspoperator.bed.queues;

import org.jspecify.annotations.NullMarked;
