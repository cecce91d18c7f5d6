package io.agentsrender.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.server.archive.ArchiveLimits;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.source.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeStoreTest {
  private static final long MIB = 1 << 20;

  private final byte[] archive = archive(1, 300_000);
  private final byte[] other = archive(2, 300_000);
  private final TreeStore store = store(64 * MIB);

  private static TreeStore store(long capacity) {
    return new TreeStore(ArchiveLimits.DEFAULT, capacity, Runnable::run);
  }

  private static byte[] archive(int seed, int size) {
    byte[] noise = new byte[size];
    new Random(seed).nextBytes(noise);
    return new Checkout().file("noise", noise).pack();
  }

  private static String checksum(byte[] archive) {
    return Digest.sha256(archive).hex();
  }

  private static List<ArchiveStream> open(TreeStore store, byte[] archive) {
    List<ArchiveStream> admitted = new ArrayList<>();
    store.open(checksum(archive), archive.length, admitted::add);
    return admitted;
  }

  private static TreeLease send(TreeStore store, byte[] archive) {
    try (ArchiveStream stream = open(store, archive).getFirst()) {
      stream.accept(archive, 0, archive.length);
      return stream.finish();
    }
  }

  @Test
  void holdsATreeForTheNextCall() {
    TreeLease first = send(store, archive);
    first.close();
    TreeLease second = send(store, archive);
    assertThat(first.held()).isFalse();
    assertThat(second.held()).isTrue();
    assertThat(second.archive().tree()).isSameAs(first.archive().tree());
    second.close();
    assertThat(store.usage().trees()).isEqualTo(1);
    assertThat(store.usage().bytes()).isEqualTo(first.archive().heldBytes());
  }

  @Test
  void verifiesEveryCallAgainstItsChecksum() {
    send(store, archive).close();
    try (ArchiveStream held = open(store, archive).getFirst()) {
      held.accept(other, 0, other.length);
      assertThatThrownBy(held::finish)
          .hasMessageContaining(checksum(other))
          .hasMessageContaining("was announced");
    }
    try (ArchiveStream fresh = open(store, other).getFirst()) {
      fresh.accept(archive, 0, archive.length);
      assertThatThrownBy(fresh::finish).hasMessageContaining("was announced");
    }
    assertThat(store.usage().trees()).isEqualTo(1);
    send(store, other).close();
    assertThat(store.usage().trees()).isEqualTo(2);
  }

  @Test
  void letsTheLongestUnusedTreeGo() {
    long size = archive.length + 2 * MIB;
    TreeStore small = store(size * 5 / 2);
    byte[] third = archive(3, 300_000);
    for (byte[] tree : List.of(archive, other, archive)) {
      send(small, tree).close();
    }
    byte[] large = archive(4, 800_000);
    send(small, large).close();
    assertThat(open(small, large).getFirst()).isInstanceOf(HeldStream.class);
    assertThat(small.usage().bytes()).isLessThanOrEqualTo(small.usage().capacity());
    send(small, third).close();
    assertThat(small.usage().bytes()).isLessThanOrEqualTo(small.usage().capacity());
  }

  @Test
  void aTreeInUseStaysAndOthersWait() {
    TreeStore small = store(2 * MIB);
    TreeLease used = send(small, archive);
    List<ArchiveStream> waiting = open(small, other);
    assertThat(waiting).isEmpty();
    assertThat(small.usage().waiting()).isEqualTo(1);
    assertThat(open(small, archive))
        .as("a held tree needs no memory")
        .hasSize(1)
        .first()
        .satisfies(ArchiveStream::close);
    used.close();
    assertThat(waiting).hasSize(1);
    waiting.getFirst().close();
    assertThat(small.usage().bytes()).isZero();
  }

  @Test
  void aWithdrawnCallMakesWay() {
    TreeStore small = store(2 * MIB);
    TreeLease used = send(small, archive);
    List<ArchiveStream> first = new ArrayList<>();
    TreeStore.Ticket ticket = small.open(checksum(other), other.length, first::add);
    byte[] third = archive(3, 10_000);
    List<ArchiveStream> second = open(small, third);
    ticket.withdraw();
    used.close();
    assertThat(first).isEmpty();
    assertThat(second).hasSize(1);
    second.getFirst().close();
  }

  @Test
  void aTreeThatDoesNotFitIsAnErrorAndFreesItsMemory() {
    TreeStore small = store(2 * MIB);
    byte[] large = archive(5, 4 << 20);
    assertThatThrownBy(() -> send(small, large))
        .hasMessageContaining("more than the 2097152 bytes for all repositories in use");
    assertThat(small.usage().bytes()).isZero();
    send(small, archive).close();
  }

  @Test
  void callsThatSendTheSameArchiveShareItsUnpacking() {
    List<ArchiveStream> streams = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      streams.addAll(open(store, archive));
    }
    Random random = new Random(7);
    int[] sent = new int[streams.size()];
    List<Integer> unfinished = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    List<TreeLease> leases = new ArrayList<>();
    while (!unfinished.isEmpty()) {
      Integer i = unfinished.get(random.nextInt(unfinished.size()));
      int length = Math.min(1 + random.nextInt(5000), archive.length - sent[i]);
      streams.get(i).accept(archive, sent[i], length);
      sent[i] += length;
      if (sent[i] == archive.length) {
        leases.add(streams.get(i).finish());
        streams.get(i).close();
        unfinished.removeIf(i::equals);
      }
    }
    assertThat(leases)
        .hasSize(5)
        .allSatisfy(lease -> assertThat(lease.archive()).isSameAs(leases.getFirst().archive()));
    leases.forEach(TreeLease::close);
    assertThat(store.usage().trees()).isEqualTo(1);
  }

  @Test
  void anotherCallGoesOnWhereACancelledOneStopped() {
    ArchiveStream first = open(store, archive).getFirst();
    ArchiveStream second = open(store, archive).getFirst();
    first.accept(archive, 0, 200_000);
    second.accept(archive, 0, 100);
    first.close();
    second.accept(archive, 100, archive.length - 100);
    TreeLease lease = second.finish();
    second.close();
    assertThat(lease.archive().files()).isEqualTo(1);
    lease.close();
  }

  @Test
  void aCallWithWrongBytesHurtsOnlyThoseBesideIt() {
    byte[] wrong = archive.clone();
    wrong[50_000] ^= 1;
    ArchiveStream bad = open(store, archive).getFirst();
    ArchiveStream good = open(store, archive).getFirst();
    bad.accept(wrong, 0, wrong.length);
    good.accept(archive, 0, archive.length);
    assertThatThrownBy(bad::finish).hasMessageContaining("was announced");
    assertThatThrownBy(good::finish).hasMessageContaining("other bytes under the same checksum");
    bad.close();
    good.close();
    assertThat(store.usage().bytes()).isZero();
    send(store, archive).close();
  }

  @Test
  void aCallMayGoOnAfterAnotherWasComplete() {
    ArchiveStream slow = open(store, archive).getFirst();
    ArchiveStream fast = open(store, archive).getFirst();
    slow.accept(archive, 0, 1000);
    fast.accept(archive, 0, archive.length);
    TreeLease first = fast.finish();
    fast.close();
    slow.accept(archive, 1000, archive.length - 1000);
    TreeLease second = slow.finish();
    slow.close();
    assertThat(second.archive()).isSameAs(first.archive());
    first.close();
    second.close();
    assertThat(store.usage().bytes()).isEqualTo(first.archive().heldBytes());
  }

  @Test
  void aSoleSenderMayGoOnTooLong() {
    ArchiveStream first = open(store, archive).getFirst();
    ArchiveStream second = open(store, archive).getFirst();
    first.accept(archive, 0, archive.length);
    second.accept(archive, 0, archive.length);
    TreeLease lease = second.finish();
    first.accept(new byte[10], 0, 10);
    assertThatThrownBy(first::finish).hasMessageContaining("was announced");
    first.close();
    second.close();
    lease.close();
  }

  @Test
  void abandonedStreamsLeaveNothing() {
    ArchiveStream first = open(store, archive).getFirst();
    first.accept(archive, 0, 1000);
    first.close();
    first.close();
    assertThat(store.usage()).isEqualTo(new TreeStore.Usage(0, 0, 64 * MIB, 0));
  }
}
