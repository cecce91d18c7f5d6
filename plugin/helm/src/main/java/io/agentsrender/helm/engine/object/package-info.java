/** What templates see beside their functions: .Capabilities, .Chart, .Files, .Release, .Values. */
@NullMarked
package io.agentsrender.helm.engine.object;

import org.jspecify.annotations.NullMarked;
