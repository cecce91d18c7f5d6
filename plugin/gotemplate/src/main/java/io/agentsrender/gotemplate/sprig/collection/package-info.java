/** Functions over lists, maps and values of any type. */
@NullMarked
package io.agentsrender.gotemplate.sprig.collection;

import org.jspecify.annotations.NullMarked;
