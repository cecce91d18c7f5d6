/**
 * From rendered text to the documents of a release: cut apart, checked, told manifests from hooks,
 * sorted, and printed as {@code helm template} prints them (releaseutil, cmd/helm/template.go).
 */
@NullMarked
package io.agentsrender.helm.output;

import org.jspecify.annotations.NullMarked;
