/** Which places may be asked, and how places are written. */
@NullMarked
package io.agentsrender.fetch.access;

import org.jspecify.annotations.NullMarked;
