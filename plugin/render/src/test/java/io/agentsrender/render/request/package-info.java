@NullMarked
package io.agentsrender.render.request;

import org.jspecify.annotations.NullMarked;
