/** The trees of templates (parse/node.go). */
@NullMarked
package io.agentsrender.gotemplate.parse.node;

import org.jspecify.annotations.NullMarked;
