/** What agents do all the time: they talk in sessions that begin and end, and come and go. */
@NullMarked
package io.github.aspoperator.soak.play;

import org.jspecify.annotations.NullMarked;
