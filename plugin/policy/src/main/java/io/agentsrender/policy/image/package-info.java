/** Which image a container runs: precedence, digests, lockstep, and the table of images. */
@NullMarked
package io.agentsrender.policy.image;

import org.jspecify.annotations.NullMarked;
