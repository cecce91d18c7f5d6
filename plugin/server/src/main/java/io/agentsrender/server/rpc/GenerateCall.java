package io.agentsrender.server.rpc;

import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.render.RenderProgress;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.server.answer.ManifestAnswer;
import io.agentsrender.server.intake.TreeLease;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.RenderRecord;
import io.agentsrender.server.schedule.Deadline;
import io.agentsrender.server.schedule.RenderPool;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.Budget;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One GenerateManifest call, from the half-close to the answer. */
final class GenerateCall implements Reception {
  /** So much before the deadline the render's own budget ends, which knows where it stands then. */
  private static final Duration BUDGET_MARGIN = Duration.ofMillis(50);

  private static final int MOST_WARNINGS = 20;

  private final Workshop workshop;
  private final Answer<ManifestResponse> answer;
  private final Deadline deadline;
  private final RenderRecord record;

  private RenderPool.@Nullable Handle work;
  private @Nullable TreeLease lease;
  private String application = "";
  private boolean stopped;

  GenerateCall(
      Workshop workshop, Answer<ManifestResponse> answer, Deadline deadline, RenderRecord record) {
    this.workshop = workshop;
    this.answer = answer;
    this.deadline = deadline;
    this.record = record.enter("receive");
  }

  @Override
  public void announced(ManifestRequestMetadata metadata) {
    application = workshop.requests().name(metadata);
    record
        .fact("application", application)
        .fact("revision", workshop.requests().revision(metadata))
        .fact("path", metadata.getAppRelPath());
  }

  @Override
  public void received(ManifestRequestMetadata metadata, TreeLease lease, long bytes) {
    record
        .fact("archiveBytes", bytes)
        .fact("treeHeld", lease.held())
        .fact("treeFiles", lease.archive().files())
        .fact("treeBytes", lease.archive().heldBytes())
        .enter("wait");
    synchronized (this) {
      if (stopped) {
        lease.close();
        return;
      }
      this.lease = lease;
      work = workshop.pool().submit(application, () -> render(metadata, lease));
    }
  }

  private void render(ManifestRequestMetadata metadata, TreeLease lease) {
    record.enter("render");
    try {
      RenderResult result = workshop.renderer().render(request(metadata, lease), progress());
      answer(result);
    } catch (RenderException e) {
      refuse(cause(e.problems()), e.problems());
    } catch (OutOfMemoryError e) {
      refuse(FailureCause.MEMORY, List.of(outOfMemory()));
    } catch (Throwable e) {
      refuse(FailureCause.FAULT, List.of(unexpected(e)));
    } finally {
      release();
    }
  }

  private RenderProgress progress() {
    return new RenderProgress() {
      @Override
      public void planned(Plan plan) {
        record.fact("source", plan.kind());
      }

      @Override
      public void rendered() {
        record.enter("policies");
      }
    };
  }

  private RenderRequest request(ManifestRequestMetadata metadata, TreeLease lease) {
    Duration left = deadline.left().minus(BUDGET_MARGIN);
    Budget budget = workshop.budget().withTime(left.isPositive() ? left : Duration.ofMillis(1));
    return workshop.requests().read(metadata, lease.archive().tree(), budget);
  }

  private void answer(RenderResult result) {
    List<Problem> warnings = result.problems();
    if (result.isFailed()) {
      refuse(cause(warnings), warnings);
      return;
    }
    record.enter("answer");
    ManifestResponse manifests = ManifestAnswer.of(result.objects(), workshop.messageLimit());
    if (answer.give(manifests)) {
      record
          .fact("objects", result.objects().size())
          .fact("answerBytes", manifests.getSerializedSize())
          .fact("warnings", warnings.size())
          .log(workshop.log(), EventLog.Level.INFO, "rendered");
      warnings.stream().limit(MOST_WARNINGS).forEach(this::warn);
    }
  }

  /** Argo CD has no place for what is no error: the log is where it can be read. */
  private void warn(Problem warning) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("application", application);
    facts.put("place", warning.place().map(Object::toString).orElse(""));
    facts.put("while", warning.tried());
    warning.advice().ifPresent(advice -> facts.put("advice", advice));
    workshop.log().warning(warning.reason(), facts);
  }

  /** The budget of a render ends with its time, and says so before the deadline does. */
  private FailureCause cause(List<Problem> problems) {
    FailureCause cause = FailureCause.of(problems);
    return cause == FailureCause.LIMIT && deadline.left().compareTo(BUDGET_MARGIN) <= 0
        ? FailureCause.DEADLINE
        : cause;
  }

  @Override
  public void failed(FailureCause cause, List<Problem> problems) {
    refuse(cause, problems);
  }

  private void refuse(FailureCause cause, List<Problem> problems) {
    if (answer.fail(problems)) {
      Problem first =
          problems.stream().filter(Problem::isError).findFirst().orElse(problems.get(0));
      record
          .fact("cause", cause.word())
          .fact("error", first.reason())
          .fact("place", first.place().map(Object::toString).orElse(""))
          .fact("errors", problems.stream().filter(Problem::isError).count())
          .log(workshop.log(), EventLog.Level.ERROR, "render failed");
    }
  }

  @Override
  public void expired() {
    refuse(
        FailureCause.DEADLINE,
        List.of(
            Problem.error(
                    "rendering",
                    "it took longer than "
                        + spent()
                        + (deadline.set() ? ", the time Argo CD gives it" : ""))
                .withAdvice(
                    deadline.set()
                        ? "Raise controller.repo.server.timeout.seconds, or give the plugin more"
                            + " CPU."
                        : "Raise AGENTS_RENDER_MAX_SECONDS, or give the plugin more CPU.")));
    stop();
  }

  @Override
  public void stopping() {
    refuse(
        FailureCause.STOPPED,
        List.of(
            Problem.error("rendering", "the plugin was stopped after " + spent())
                .withAdvice("Refresh the application once the plugin runs again.")));
    stop();
  }

  private String spent() {
    return record.elapsed().toMillis() / 1000.0 + " s";
  }

  @Override
  public void cancelled() {
    if (answer.withdraw()) {
      record.log(workshop.log(), EventLog.Level.WARNING, "cancelled by the repo-server");
    }
    stop();
  }

  private void stop() {
    boolean neverRuns;
    synchronized (this) {
      stopped = true;
      neverRuns = work != null && work.cancel();
    }
    if (neverRuns) {
      release();
    }
  }

  private void release() {
    TreeLease held;
    synchronized (this) {
      held = lease;
      lease = null;
    }
    if (held != null) {
      held.close();
    }
  }

  private static Problem outOfMemory() {
    return Problem.error(
            "rendering",
            "the plugin's heap of "
                + Runtime.getRuntime().maxMemory() / (1 << 20)
                + " MiB is too small for this render")
        .withAdvice("Raise the memory limit of the sidecar, and with it -Xmx.");
  }

  /** The message of an unforeseen exception may quote anything, and so stays out. */
  private Problem unexpected(Throwable fault) {
    workshop.reportFault(record.call(), fault);
    return Problem.error("rendering", "internal error: " + fault.getClass().getSimpleName())
        .withAdvice("Please report it, with the line \"internal error\" of the plugin's log.");
  }
}
