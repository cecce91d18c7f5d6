/** The credentials that Argo CD hands to a plugin for as long as a call takes. */
@NullMarked
package io.agentsrender.fetch.askpass;

import org.jspecify.annotations.NullMarked;
