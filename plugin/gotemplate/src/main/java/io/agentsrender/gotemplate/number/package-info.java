/**
 * Numbers as Go's package math and the libraries cast and decimal under Sprig convert and compute
 * them.
 */
@NullMarked
package io.agentsrender.gotemplate.number;

import org.jspecify.annotations.NullMarked;
