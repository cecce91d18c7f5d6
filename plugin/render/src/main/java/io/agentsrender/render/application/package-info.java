/** Applications rendered as Argo CD renders them: every source with its tool. */
@NullMarked
package io.agentsrender.render.application;

import org.jspecify.annotations.NullMarked;
