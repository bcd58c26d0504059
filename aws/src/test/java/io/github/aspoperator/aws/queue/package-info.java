/** Work for later, in SQS, as far as it needs no queue; the rest is tested on the bed. */
@NullMarked
package io.github.aspoperator.aws.queue;

import org.jspecify.annotations.NullMarked;
