/** Semantic versions and constraints on them, by the rules of the Go library Masterminds/semver. */
@NullMarked
package io.agentsrender.gotemplate.semver;

import org.jspecify.annotations.NullMarked;
