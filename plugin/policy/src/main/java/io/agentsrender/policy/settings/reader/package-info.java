/** From the maps that people write to settings, with everything that is wrong with them. */
@NullMarked
package io.agentsrender.policy.settings.reader;

import org.jspecify.annotations.NullMarked;
