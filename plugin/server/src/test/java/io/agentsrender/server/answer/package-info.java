@NullMarked
package io.agentsrender.server.answer;

import org.jspecify.annotations.NullMarked;
