/** Functions over numbers, sequences of them and versions. */
@NullMarked
package io.agentsrender.gotemplate.sprig.number;

import org.jspecify.annotations.NullMarked;
