package io.agentsrender.server.intake;

import io.agentsrender.server.archive.UnpackedArchive;

/** An archive that is unpacked as it comes. */
final class SharedStream implements ArchiveStream {
  private final TreeStore store;
  private final TreeStore.IncomingTree tree;
  private final SharedArchive.Sender sender;
  private boolean left;

  SharedStream(TreeStore store, TreeStore.IncomingTree tree, SharedArchive.Sender sender) {
    this.store = store;
    this.tree = tree;
    this.sender = sender;
  }

  @Override
  public void accept(byte[] bytes, int offset, int length) {
    sender.accept(bytes, offset, length);
  }

  @Override
  public TreeLease finish() {
    UnpackedArchive archive = sender.finish();
    return store.hold(tree, archive);
  }

  @Override
  public long received() {
    return sender.sent();
  }

  @Override
  public void close() {
    if (!left) {
      left = true;
      store.leave(tree);
    }
  }
}
