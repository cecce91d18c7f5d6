/** The process that serves Argo CD. */
@NullMarked
package io.agentsrender.cli.sidecar;

import org.jspecify.annotations.NullMarked;
