/** Go values to and from the plain values of readers and writers, by the rules of encoding/json. */
@NullMarked
package io.agentsrender.gotemplate.json;

import org.jspecify.annotations.NullMarked;
