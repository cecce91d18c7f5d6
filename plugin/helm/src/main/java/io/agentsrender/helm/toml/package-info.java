/** TOML as BurntSushi/toml writes and reads it, for {@code toToml} and {@code fromToml}. */
@NullMarked
package io.agentsrender.helm.toml;

import org.jspecify.annotations.NullMarked;
