@NullMarked
package io.agentsrender.server.request;

import org.jspecify.annotations.NullMarked;
