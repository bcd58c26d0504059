/** Work for later, in SQS. */
@NullMarked
package io.github.aspoperator.aws.queue;

import org.jspecify.annotations.NullMarked;
