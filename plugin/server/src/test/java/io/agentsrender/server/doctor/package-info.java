@NullMarked
package io.agentsrender.server.doctor;

import org.jspecify.annotations.NullMarked;
