/**
 * JSON as the protocol wants it read and written: strictly, and without ever changing what was sent
 * (protocol section 4).
 *
 * <p>The reader is our own. A body must be refused for a repeated name, an overlong byte sequence
 * or a value that is nested too deep, each with a pointer to the place; must be accepted whatever
 * its numbers are; an escaped lone surrogate must pass in names too; and content must be cut out of
 * it byte for byte. The ready-made parsers at hand give some of this each, none all of it. Tests
 * hold it against one of them on random documents.
 */
@NullMarked
package io.github.aspoperator.wire.json;

import org.jspecify.annotations.NullMarked;
