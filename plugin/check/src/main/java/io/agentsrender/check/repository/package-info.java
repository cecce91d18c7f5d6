/** Rules over all Applications of a repository together. */
@NullMarked
package io.agentsrender.check.repository;

import org.jspecify.annotations.NullMarked;
