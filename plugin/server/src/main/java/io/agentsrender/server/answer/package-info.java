/** What goes back to the repo-server: objects as JSON, or one message a person can act on. */
@NullMarked
package io.agentsrender.server.answer;

import org.jspecify.annotations.NullMarked;
