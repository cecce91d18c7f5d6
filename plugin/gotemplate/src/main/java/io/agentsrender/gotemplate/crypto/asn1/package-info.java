/** DER and PEM, read and written as Go does. */
@NullMarked
package io.agentsrender.gotemplate.crypto.asn1;

import org.jspecify.annotations.NullMarked;
