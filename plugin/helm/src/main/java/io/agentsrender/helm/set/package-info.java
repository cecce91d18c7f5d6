/**
 * The little languages of {@code --set}, {@code --set-string}, {@code --set-file}, {@code
 * --set-json} and {@code --set-literal} (strvals).
 */
@NullMarked
package io.agentsrender.helm.set;

import org.jspecify.annotations.NullMarked;
