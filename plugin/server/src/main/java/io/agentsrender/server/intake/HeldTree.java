package io.agentsrender.server.intake;

import io.agentsrender.server.archive.UnpackedArchive;

/** A tree in the store, and by how many calls it is used. Guarded by the store. */
final class HeldTree {
  final UnpackedArchive archive;
  int users;

  HeldTree(UnpackedArchive archive) {
    this.archive = archive;
  }
}
