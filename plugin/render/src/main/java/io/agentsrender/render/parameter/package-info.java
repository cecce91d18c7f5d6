/**
 * The one table of render parameters: it drives the plugin's parameters, their announcement in Argo
 * CD's UI, the command line's flags and the reference for people.
 */
@NullMarked
package io.agentsrender.render.parameter;

import org.jspecify.annotations.NullMarked;
