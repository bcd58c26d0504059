/**
 * The two runs, throughput and reconnect, and their parts: sockets that listen, senders that send.
 */
@NullMarked
package io.github.aspoperator.load.run;

import org.jspecify.annotations.NullMarked;
