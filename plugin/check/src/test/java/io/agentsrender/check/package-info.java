/** Tests of rules over small applications. */
@NullMarked
package io.agentsrender.check;

import org.jspecify.annotations.NullMarked;
