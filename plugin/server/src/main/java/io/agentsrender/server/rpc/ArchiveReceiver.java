package io.agentsrender.server.rpc;

import com.google.protobuf.ByteOutput;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.agentsrender.proto.plugin.AppStreamRequest;
import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.server.intake.ArchiveStream;
import io.agentsrender.server.intake.TreeLease;
import io.agentsrender.server.intake.TreeMemoryException;
import io.agentsrender.server.intake.TreeStore;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receives one call's stream: metadata, then the archive, then the half-close. Whatever goes wrong,
 * the rest of the stream is let pass and the half-close awaited.
 *
 * <p>The client is let send only while there is memory for what it sends.
 */
final class ArchiveReceiver implements StreamObserver<AppStreamRequest> {
  private static final String TRIED = "receiving the repository";

  /** Bytes to ask for ahead, so that small chunks come without a pause between them. */
  private static final int BYTES_AHEAD = 256 << 10;

  private static final int MOST_AHEAD = 128;

  private final ServerCallStreamObserver<?> call;
  private final TreeStore store;
  private final Reception reception;
  private final ByteOutput toStream = new ToStream();

  private @Nullable ManifestRequestMetadata metadata;
  private @Nullable ArchiveStream stream;
  private TreeStore.@Nullable Ticket ticket;
  private @Nullable Failure failure;
  private int ahead = 1;
  private int outstanding;
  private boolean halfClosed;
  private boolean over;

  private record Failure(FailureCause cause, Problem problem) {}

  ArchiveReceiver(ServerCallStreamObserver<?> call, TreeStore store, Reception reception) {
    this.call = call;
    this.store = store;
    this.reception = reception;
    call.disableAutoRequest();
    askForMore();
  }

  private void askForMore() {
    if (2 * outstanding <= ahead) {
      int more = ahead - outstanding;
      outstanding = ahead;
      call.request(more);
    }
  }

  @Override
  public synchronized void onNext(AppStreamRequest message) {
    outstanding--;
    if (failure != null || over) {
      askForMore();
      return;
    }
    switch (message.getRequestCase()) {
      case METADATA -> begin(message.getMetadata());
      case FILE -> chunk(message.getFile().getChunk());
      case REQUEST_NOT_SET -> fail("a message holds neither metadata nor a part of the archive");
    }
  }

  private void begin(ManifestRequestMetadata announced) {
    if (metadata != null) {
      fail("the metadata comes twice");
      return;
    }
    metadata = announced;
    reception.announced(announced);
    ticket = store.open(announced.getChecksum(), announced.getSize(), this::admitted);
  }

  private void admitted(ArchiveStream admitted) {
    synchronized (this) {
      if (!over && failure == null) {
        stream = admitted;
        askForMore();
        if (halfClosed) {
          complete();
        }
        return;
      }
    }
    admitted.close();
  }

  private void chunk(ByteString bytes) {
    if (stream == null) {
      fail("a part of the archive comes before the metadata");
      return;
    }
    try {
      UnsafeByteOperations.unsafeWriteTo(bytes, toStream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ahead = Math.clamp(BYTES_AHEAD / Math.max(1, bytes.size()), 1, MOST_AHEAD);
    askForMore();
  }

  private void fail(String reason) {
    abandon(
        FailureCause.ARCHIVE,
        Problem.error(TRIED, reason)
            .withAdvice("The client is no repo-server of Argo CD 2.8 or later."));
  }

  /** The time to send the archive in is nearly over, and there was no memory to let it come. */
  synchronized void stopWaiting() {
    if (metadata != null && stream == null) {
      TreeStore.Usage usage = store.usage();
      abandon(
          FailureCause.MEMORY,
          Problem.error(
                  TRIED,
                  "there was no memory for it in time: repositories in use take "
                      + usage.bytes()
                      + " of "
                      + usage.capacity()
                      + " bytes, and "
                      + usage.waiting()
                      + " calls wait")
              .withAdvice("Give the plugin more memory (-Xmx, AGENTS_RENDER_TREE_BYTES)."));
    }
  }

  /** Takes no more, for this reason. False where everything has come. */
  synchronized boolean stopReceiving(FailureCause cause, String reason) {
    if (!halfClosed) {
      abandon(cause, Problem.error(TRIED, reason));
    }
    return !halfClosed;
  }

  /** What has come is let go, the rest passes, and the problem is told at the end. */
  private void abandon(FailureCause cause, Problem problem) {
    if (over || failure != null) {
      return;
    }
    failure = new Failure(cause, problem);
    letGo();
    askForMore();
    if (halfClosed) {
      complete();
    }
  }

  @Override
  public synchronized void onCompleted() {
    halfClosed = true;
    boolean waitsForMemory = metadata != null && stream == null && failure == null;
    if (!waitsForMemory) {
      complete();
    }
  }

  private void complete() {
    if (over) {
      return;
    }
    over = true;
    ManifestRequestMetadata announced = metadata;
    ArchiveStream arrived = stream;
    if (failure != null) {
      reception.failed(failure.cause(), List.of(failure.problem()));
    } else if (announced == null || arrived == null) {
      reception.failed(
          FailureCause.ARCHIVE,
          List.of(Problem.error(TRIED, "the stream ends before the metadata")));
    } else {
      try {
        TreeLease lease = arrived.finish();
        reception.received(announced, lease, arrived.received());
      } catch (TreeMemoryException e) {
        reception.failed(FailureCause.MEMORY, e.problems());
      } catch (RenderException e) {
        reception.failed(FailureCause.ARCHIVE, e.problems());
      } finally {
        letGo();
      }
    }
  }

  /** The call's own handler for cancellation does what is to be done. */
  @Override
  public void onError(Throwable cause) {}

  /** The client is gone. */
  synchronized void cancel() {
    if (!over) {
      over = true;
      letGo();
    }
  }

  private void letGo() {
    if (ticket != null) {
      ticket.withdraw();
    }
    if (stream != null) {
      stream.close();
    }
  }

  /** Reads a chunk where it lies, without copying it. */
  private final class ToStream extends ByteOutput {
    @Override
    public void write(byte value) {
      write(new byte[] {value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (stream != null) {
        stream.accept(bytes, offset, length);
      }
    }

    @Override
    public void writeLazy(byte[] bytes, int offset, int length) {
      write(bytes, offset, length);
    }

    @Override
    public void write(ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      write(copy, 0, copy.length);
    }

    @Override
    public void writeLazy(ByteBuffer bytes) {
      write(bytes);
    }
  }
}
