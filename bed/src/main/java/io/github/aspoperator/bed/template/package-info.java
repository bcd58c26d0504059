/** What template.yaml says the stack is made of: nothing of it is written down twice. */
@NullMarked
package io.github.aspoperator.bed.template;

import org.jspecify.annotations.NullMarked;
