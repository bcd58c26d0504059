/** WebSocket connections: what is sent to agents, and how a connection ends. */
@NullMarked
package io.github.aspoperator.local.socket;

import org.jspecify.annotations.NullMarked;
