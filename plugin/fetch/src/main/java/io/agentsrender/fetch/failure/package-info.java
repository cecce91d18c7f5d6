/** The ways in which something cannot be had, each with what to do. */
@NullMarked
package io.agentsrender.fetch.failure;

import org.jspecify.annotations.NullMarked;
