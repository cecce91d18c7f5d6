/** Templates made ready for execution: text and actions in their order. */
@NullMarked
package io.agentsrender.gotemplate.statement;

import org.jspecify.annotations.NullMarked;
