/** What was fetched before, kept by its digest. */
@NullMarked
package io.agentsrender.fetch.cache;

import org.jspecify.annotations.NullMarked;
