/** The unix socket by which a plugin is registered: the file is the registration. */
@NullMarked
package io.agentsrender.server.socket;

import org.jspecify.annotations.NullMarked;
