/** Where policies meet a render: their settings are among its values, its objects are theirs. */
@NullMarked
package io.agentsrender.render.policy;

import org.jspecify.annotations.NullMarked;
