/** Findings for people and machines. */
@NullMarked
package io.agentsrender.check.report;

import org.jspecify.annotations.NullMarked;
