/**
 * One source of an Application: where its folder is, what it says to its tool, and how it is
 * rendered.
 */
@NullMarked
package io.agentsrender.render.application.source;

import org.jspecify.annotations.NullMarked;
