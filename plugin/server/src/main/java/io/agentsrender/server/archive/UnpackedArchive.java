package io.agentsrender.server.archive;

import io.agentsrender.source.SourceTree;

/**
 * What an archive came to.
 *
 * @param files regular files kept
 * @param heldBytes what the tree takes in memory, about
 * @param unpackedBytes of the tar stream, drained entries included
 */
public record UnpackedArchive(SourceTree tree, int files, long heldBytes, long unpackedBytes) {}
