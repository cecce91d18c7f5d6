@NullMarked
package io.agentsrender.render.application;

import org.jspecify.annotations.NullMarked;
