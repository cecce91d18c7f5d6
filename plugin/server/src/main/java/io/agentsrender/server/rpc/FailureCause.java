package io.agentsrender.server.rpc;

import java.util.Locale;

/** Why a call failed, as far as an operator wants to tell one from another. */
enum FailureCause {
  /** What the repository or the application's settings hold. */
  CONTENT,
  /** The archive, or the way it came. */
  ARCHIVE,
  /** It took too long. */
  DEADLINE,
  /** The heap is too small. */
  MEMORY,
  /** The server was told to stop. */
  STOPPED,
  /** A fault of the program. */
  FAULT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
