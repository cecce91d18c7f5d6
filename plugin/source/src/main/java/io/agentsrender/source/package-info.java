/**
 * The ground floor: immutable source trees and their content, paths inside them, positions, and
 * problems. A tree fails with problems, and a problem has a position in a tree: they stand
 * together.
 */
@NullMarked
package io.agentsrender.source;

import org.jspecify.annotations.NullMarked;
