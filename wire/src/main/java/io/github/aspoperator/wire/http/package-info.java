/**
 * What HTTP adds: routes, queries, credentials, cross-origin rules (protocol sections 1, 3, 5 and
 * 7).
 */
@NullMarked
package io.github.aspoperator.wire.http;

import org.jspecify.annotations.NullMarked;
