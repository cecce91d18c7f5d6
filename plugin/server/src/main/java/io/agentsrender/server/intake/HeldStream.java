package io.agentsrender.server.intake;

/** An archive whose tree is held: its bytes are only verified. */
final class HeldStream implements ArchiveStream {
  private final String announced;
  private final TreeLease lease;
  private final Checksum checksum = new Checksum();
  private long received;
  private boolean done;

  HeldStream(String announced, TreeLease lease) {
    this.announced = announced;
    this.lease = lease;
  }

  @Override
  public void accept(byte[] bytes, int offset, int length) {
    received += length;
    checksum.update(bytes, offset, length);
  }

  @Override
  public TreeLease finish() {
    String found = checksum.hex();
    if (!found.equals(announced)) {
      throw Checksum.mismatch(announced, found, received);
    }
    done = true;
    return lease;
  }

  @Override
  public long received() {
    return received;
  }

  @Override
  public void close() {
    if (!done) {
      done = true;
      lease.close();
    }
  }
}
