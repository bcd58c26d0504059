/** An agent and its connections, as small as tests on the bed need them. */
@NullMarked
package io.github.aspoperator.bed.client;

import org.jspecify.annotations.NullMarked;
