/**
 * Passwords, ciphers, keys and certificates as the Go libraries under Sprig make them, by the JDK's
 * own providers. Text is byte strings.
 */
@NullMarked
package io.agentsrender.gotemplate.crypto;

import org.jspecify.annotations.NullMarked;
