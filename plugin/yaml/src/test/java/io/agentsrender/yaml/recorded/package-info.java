/** What the real Go libraries answered, recorded by the program in test-clusters/oracles/yaml. */
@NullMarked
package io.agentsrender.yaml.recorded;

import org.jspecify.annotations.NullMarked;
