/** HTTP on Jetty: requests in, calls made, replies out. */
@NullMarked
package io.github.aspoperator.local.http;

import org.jspecify.annotations.NullMarked;
