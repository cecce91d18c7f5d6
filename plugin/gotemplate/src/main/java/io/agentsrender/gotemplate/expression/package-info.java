/** Pipelines made ready for execution: operands, fields, calls and variables. */
@NullMarked
package io.agentsrender.gotemplate.expression;

import org.jspecify.annotations.NullMarked;
