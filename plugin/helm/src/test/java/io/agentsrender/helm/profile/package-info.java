@NullMarked
package io.agentsrender.helm.profile;

import org.jspecify.annotations.NullMarked;
