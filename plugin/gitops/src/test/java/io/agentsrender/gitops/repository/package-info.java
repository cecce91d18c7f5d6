@NullMarked
package io.agentsrender.gitops.repository;

import org.jspecify.annotations.NullMarked;
