/** What Helm takes for a name, an address and an URL. */
@NullMarked
package io.agentsrender.helm.lint.name;

import org.jspecify.annotations.NullMarked;
