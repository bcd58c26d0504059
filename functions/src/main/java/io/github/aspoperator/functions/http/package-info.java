/**
 * One function for each call of the agents' wire, one for the owner's side, one for what anybody
 * may ask.
 */
@NullMarked
package io.github.aspoperator.functions.http;

import org.jspecify.annotations.NullMarked;
