package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.expression.Variables;

/**
 * A template made ready for execution.
 *
 * @param weight how deep statements and expressions nest, a measure of the stack they take
 */
record Program(Block body, Variables variables, int weight) {}
