/** A real SQS API in this process, and the template's queues in it. */
@NullMarked
package io.github.aspoperator.bed.queues;

import org.jspecify.annotations.NullMarked;
