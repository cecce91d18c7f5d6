package io.agentsrender.server.intake;

import io.agentsrender.source.Digest;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The running SHA-256 of an archive, held against the one that was announced. */
final class Checksum {
  private final MessageDigest digest;

  Checksum() {
    this(Digest.newSha256());
  }

  private Checksum(MessageDigest digest) {
    this.digest = digest;
  }

  void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** The same bytes so far; both may go on. */
  Checksum copy() {
    return new Checksum(cloned());
  }

  /** The checksum of the bytes so far, in lower-case hexadecimal. */
  String hex() {
    return HexFormat.of().formatHex(cloned().digest());
  }

  private MessageDigest cloned() {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of the Java platform can be cloned", e);
    }
  }

  static RenderException mismatch(String announced, String found, long bytes) {
    return new RenderException(
        Problem.error(
                "receiving the archive",
                "its "
                    + bytes
                    + " bytes have the SHA-256 "
                    + found
                    + ", and \""
                    + (announced.length() > 64 ? announced.substring(0, 64) : announced)
                    + "\" was announced")
            .withAdvice(
                "Refresh the application; if it stays, see the repo-server's log for this sync."));
  }
}
