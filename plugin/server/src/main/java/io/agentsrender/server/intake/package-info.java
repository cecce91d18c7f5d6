/**
 * From the bytes of a call to a source tree it may use: each archive is unpacked once however many
 * calls send it, and trees are held as long as there is room.
 */
@NullMarked
package io.agentsrender.server.intake;

import org.jspecify.annotations.NullMarked;
