/** How plain scalars become values: the tables of go-yaml v2 and v3. */
@NullMarked
package io.agentsrender.yaml.scalar;

import org.jspecify.annotations.NullMarked;
