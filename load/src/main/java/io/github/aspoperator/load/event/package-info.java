/** What a message says on the wire, read from the bytes without building a tree. */
@NullMarked
package io.github.aspoperator.load.event;

import org.jspecify.annotations.NullMarked;
