/**
 * Times, zones, durations and the layouts that show and read them, as Go's package time has them.
 */
@NullMarked
package io.agentsrender.gotemplate.time;

import org.jspecify.annotations.NullMarked;
