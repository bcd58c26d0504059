/** What each call answers, over real sockets, as tables. */
@NullMarked
package io.github.aspoperator.local.calls;

import org.jspecify.annotations.NullMarked;
