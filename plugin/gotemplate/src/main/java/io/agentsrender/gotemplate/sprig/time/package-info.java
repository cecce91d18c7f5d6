/** Functions over dates and durations. */
@NullMarked
package io.agentsrender.gotemplate.sprig.time;

import org.jspecify.annotations.NullMarked;
