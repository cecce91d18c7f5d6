/** Bytes as text, read and refused as Go's packages encoding/base64 and encoding/base32 do. */
@NullMarked
package io.agentsrender.gotemplate.encoding;

import org.jspecify.annotations.NullMarked;
