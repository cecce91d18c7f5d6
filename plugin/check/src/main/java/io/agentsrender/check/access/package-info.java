/** Rules over who may do what. */
@NullMarked
package io.agentsrender.check.access;

import org.jspecify.annotations.NullMarked;
