/** Random commands by random agents, judged by a small reference model. */
@NullMarked
package io.github.aspoperator.testkit.model;

import org.jspecify.annotations.NullMarked;
