/** YAML read into Go structs, with the conversions and the words of sigs.k8s.io/yaml. */
@NullMarked
package io.agentsrender.helm.decode;

import org.jspecify.annotations.NullMarked;
