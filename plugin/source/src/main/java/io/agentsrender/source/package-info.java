/**
 * The ground floor: immutable source trees, paths inside them, positions, problems, budgets, and
 * the ports through which a render may ask the outside for charts and remote files.
 */
@NullMarked
package io.agentsrender.source;

import org.jspecify.annotations.NullMarked;
