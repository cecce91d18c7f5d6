@NullMarked
package io.agentsrender.gitops.schema;

import org.jspecify.annotations.NullMarked;
