/** Addresses as Go's packages net/url and net/netip read and write them. */
@NullMarked
package io.agentsrender.gotemplate.net;

import org.jspecify.annotations.NullMarked;
