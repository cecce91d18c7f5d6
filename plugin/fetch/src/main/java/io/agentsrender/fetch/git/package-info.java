/** Git repositories, read without a work tree. */
@NullMarked
package io.agentsrender.fetch.git;

import org.jspecify.annotations.NullMarked;
