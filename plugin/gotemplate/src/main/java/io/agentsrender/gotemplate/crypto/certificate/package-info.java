/** Certificates as the functions of Sprig make them. */
@NullMarked
package io.agentsrender.gotemplate.crypto.certificate;

import org.jspecify.annotations.NullMarked;
