/** Rules over what names something else: objects, labels, configuration. */
@NullMarked
package io.agentsrender.check.reference;

import org.jspecify.annotations.NullMarked;
