/** What functions say about themselves: lines of JSON, without content and without tokens. */
@NullMarked
package io.github.aspoperator.functions.log;

import org.jspecify.annotations.NullMarked;
