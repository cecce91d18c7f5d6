/** What the scanner makes of the characters. */
@NullMarked
package io.agentsrender.yaml.scan.token;

import org.jspecify.annotations.NullMarked;
