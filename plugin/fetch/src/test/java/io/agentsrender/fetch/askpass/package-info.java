@NullMarked
package io.agentsrender.fetch.askpass;

import org.jspecify.annotations.NullMarked;
