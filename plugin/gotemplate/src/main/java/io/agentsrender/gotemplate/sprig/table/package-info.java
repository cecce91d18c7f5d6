/**
 * What all functions of Sprig share: how they enter a template's functions, how they read
 * arguments, what their results may cost.
 */
@NullMarked
package io.agentsrender.gotemplate.sprig.table;

import org.jspecify.annotations.NullMarked;
