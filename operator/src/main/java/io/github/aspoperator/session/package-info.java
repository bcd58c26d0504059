/**
 * The session as a log: commands are decided into events, events fold into state (protocol section
 * 3).
 */
@NullMarked
package io.github.aspoperator.session;

import org.jspecify.annotations.NullMarked;
