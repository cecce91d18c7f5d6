/** Rules over renders. Nothing but the command line sees this module. */
@NullMarked
package io.agentsrender.check;

import org.jspecify.annotations.NullMarked;
