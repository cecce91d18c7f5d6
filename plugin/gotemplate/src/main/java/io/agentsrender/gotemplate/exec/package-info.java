/**
 * Executes parsed templates: sets of templates are immutable and shared by threads, an {@link
 * io.agentsrender.gotemplate.exec.Execution} belongs to one.
 */
@NullMarked
package io.agentsrender.gotemplate.exec;

import org.jspecify.annotations.NullMarked;
