/** Files over HTTP, within limits. */
@NullMarked
package io.agentsrender.fetch.http;

import org.jspecify.annotations.NullMarked;
