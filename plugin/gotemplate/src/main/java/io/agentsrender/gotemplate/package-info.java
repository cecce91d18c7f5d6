/** Go text/template on the JVM: parsed template sets that execute many times, from many threads. */
@NullMarked
package io.agentsrender.gotemplate;

import org.jspecify.annotations.NullMarked;
