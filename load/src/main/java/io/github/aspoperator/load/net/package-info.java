/**
 * One thread, many sockets: the smallest HTTP/1.1 and WebSocket client that can load an operator.
 */
@NullMarked
package io.github.aspoperator.load.net;

import org.jspecify.annotations.NullMarked;
