/** What a message carries, kept as the very JSON text that was sent (protocol section 4). */
@NullMarked
package io.github.aspoperator.content;

import org.jspecify.annotations.NullMarked;
