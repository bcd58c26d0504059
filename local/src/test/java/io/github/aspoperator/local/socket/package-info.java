/** Connections as the transport sees them: its tests. */
@org.jspecify.annotations.NullMarked
package io.github.aspoperator.local.socket;
