package io.agentsrender.server.archive;

/** Takes bytes as they come. */
@FunctionalInterface
interface ByteSink {
  /** The array is the caller's: what is to be kept must be copied. */
  void accept(byte[] bytes, int offset, int length);
}
