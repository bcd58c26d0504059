/** The functions behind the routes of the WebSocket API. */
@NullMarked
package io.github.aspoperator.functions.socket;

import org.jspecify.annotations.NullMarked;
