/** Tables, queues and connections inside the process, for rehearsals: what is done there is not. */
@NullMarked
package io.github.aspoperator.aws.stage;

import org.jspecify.annotations.NullMarked;
