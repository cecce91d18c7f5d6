/** Values that go from one resource to others: names, variables and replacements. */
@NullMarked
package io.agentsrender.kustomize.reference;

import org.jspecify.annotations.NullMarked;
