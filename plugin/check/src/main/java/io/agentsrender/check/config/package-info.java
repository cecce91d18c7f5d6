/** Rules over what restarts pods and what they are told. */
@NullMarked
package io.agentsrender.check.config;

import org.jspecify.annotations.NullMarked;
