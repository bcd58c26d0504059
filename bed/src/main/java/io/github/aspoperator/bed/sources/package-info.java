/** What calls functions besides clients: event source mappings of streams and queues, the clock. */
@NullMarked
package io.github.aspoperator.bed.sources;

import org.jspecify.annotations.NullMarked;
