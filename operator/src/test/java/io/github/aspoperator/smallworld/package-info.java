/**
 * Every interleaving of drain, replay, presence and what befalls them, on the production steps; see
 * README.md.
 */
@NullMarked
package io.github.aspoperator.smallworld;

import org.jspecify.annotations.NullMarked;
