/** What an adapter needs of the process that it runs in: threads, pauses, the SDK's clients. */
@NullMarked
package io.github.aspoperator.aws.process;

import org.jspecify.annotations.NullMarked;
