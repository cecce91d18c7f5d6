/** What people set about the policies, read with the places where they set it. */
@NullMarked
package io.agentsrender.policy.settings;

import org.jspecify.annotations.NullMarked;
