/** What the tests share. */
@NullMarked
package io.agentsrender.gitops.testing;

import org.jspecify.annotations.NullMarked;
