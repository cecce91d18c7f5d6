package io.agentsrender.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.helm.HelmResult.TextOptions;
import io.agentsrender.helm.output.ReleaseDocument;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.set.SetFlag;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a release is given for that release only, and never instead of a new answer. */
class RecentReleasesTest {
  private static final String ALL =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: {{ .Release.Name }}}
      data:
        namespace: {{ .Release.Namespace }}
        upgrade: {{ .Release.IsUpgrade | quote }}
        kubernetes: {{ .Capabilities.KubeVersion.Version }}
        api: {{ .Capabilities.APIVersions.Has "example.org/v1/Thing" | quote }}
        helm: {{ .Capabilities.HelmVersion.Version }}
        values: {{ toJson .Values | quote }}
        file: {{ .Files.Get "file.txt" | quote }}
      """;

  private final HelmTemplate cached = new HelmTemplate(new ChartCache(64L << 20));
  private final HelmTemplate plain = new HelmTemplate(ChartCache.none());

  private static Map<String, Content> files(String template) {
    Map<String, Content> files = new TreeMap<>();
    files.put("c/Chart.yaml", Content.ofText("{apiVersion: v2, name: c, version: 1.0.0}"));
    files.put("c/values.yaml", Content.ofText("a: 1\nb: {c: 2}\nn: null\n"));
    files.put(
        "c/values.schema.json", Content.ofText("{\"properties\": {\"a\": {\"maximum\": 9}}}"));
    files.put("c/file.txt", Content.ofText("one"));
    files.put("c/templates/t.yaml", Content.ofText(template));
    return files;
  }

  private static TemplateRequest request(Map<String, Content> files, long seed) {
    return TemplateRequest.of(
        new ChartLocation.Folder(SourceTree.of(files), "c"),
        "r",
        Host.pinned(Instant.ofEpochSecond(1_000_000_000 + 86_400 * seed), seed));
  }

  private static List<ValuesSource> values(String text) {
    return List.of(new ValuesSource("v.yaml", Content.ofText(text)));
  }

  /** Changes of a request, each of which has a result of its own. */
  static List<UnaryOperator<TemplateRequest>> changes() {
    List<UnaryOperator<TemplateRequest>> changes =
        new ArrayList<>(
            List.of(
                it -> it.withNamespace("other"),
                it -> it.withUpgrade(true),
                it -> it.withKubeVersion(Optional.of("1.20.0")),
                it -> it.withApiVersions(List.of("example.org/v1/Thing")),
                it -> it.withValues(values("b: {c: 3}")),
                it -> it.withValues(values("b: {c: 4}")),
                it -> it.withValues(values("b: {c: null}")),
                it -> it.withSetFlags(List.of(new SetFlag(SetFlag.Kind.TYPED, "b.c=5"))),
                it -> it.withSetFlags(List.of(new SetFlag(SetFlag.Kind.STRING, "b.c=5"))),
                it -> it.withForeignValues((_, _) -> Set.of("b")).withValues(values("b: {c: 3}")),
                it -> it.withSkipSchemaValidation(true).withValues(values("a: 10")),
                it -> it.withNodes(true)));
    for (String content : List.of("two", "three")) {
      changes.add(it ->
          it.withSetFlags(List.of(new SetFlag(SetFlag.Kind.FILE, "f=x")))
              .withFiles(_ -> Optional.of(Content.ofText(content))));
    }
    for (HelmProfile profile : HelmProfile.values()) {
      changes.add(it -> it.withProfile(profile));
    }
    return changes;
  }

  @Test
  void everythingARequestSaysDecides() {
    for (int round = 0; round < 3; round++) {
      for (UnaryOperator<TemplateRequest> change : changes()) {
        for (boolean otherFile : new boolean[] {false, true}) {
          Map<String, Content> files = files(ALL);
          if (otherFile) {
            files.put("c/file.txt", Content.ofText("two"));
          }
          TemplateRequest request = change.apply(request(files, round));
          assertThat(text(cached.render(request))).isEqualTo(text(plain.render(request)));
        }
      }
    }
  }

  private static String text(HelmResult result) {
    return result.text(TextOptions.DEFAULT)
        + result.values()
        + result.manifests().stream().map(ReleaseDocument::node).toList();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void theSameRequestIsRenderedOnce(UnaryOperator<TemplateRequest> change) {
    TemplateRequest first = change.apply(request(files(ALL), 1));
    TemplateRequest second = change.apply(request(files(ALL), 2));
    boolean known = ReleaseKey.isPossible(first);
    assertThat(cached.render(first) == cached.render(second)).isEqualTo(known);
  }

  @Test
  void theSameChartElsewhereHasItsOwnPlaces() {
    Map<String, Content> elsewhere = new TreeMap<>();
    files(ALL).forEach((path, content) -> elsewhere.put("below/" + path, content));
    HelmResult here = cached.render(request(files(ALL), 1));
    HelmResult there =
        cached.render(
            request(files(ALL), 1)
                .withChart(new ChartLocation.Folder(SourceTree.of(elsewhere), "below/c")));
    assertThat(here.manifests().getFirst().origin().file()).isEqualTo("c/templates/t.yaml");
    assertThat(there.manifests().getFirst().origin().file()).isEqualTo("below/c/templates/t.yaml");
  }

  @Test
  void valuesKnowTheFileTheyWereReadFrom() {
    for (String path : List.of("one.yaml", "two.yaml")) {
      HelmResult result =
          cached.render(
              request(files(ALL), 1)
                  .withValues(List.of(new ValuesSource(path, Content.ofText("a: 2")))));
      assertThat(result.values().get("a")).extracting(Node::file).isEqualTo(path);
    }
  }

  /** All that ask for the time, for randomness, or for where they are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "now | unixEpoch",
        "now | date \"2006-01-02T15:04:05\"",
        "date \"2006-01-02\" now",
        "htmlDate now",
        "dateInZone \"2006-01-02\" now \"UTC\"",
        "ago now",
        "date \"2006\" 0",
        "htmlDate 0",
        "toDate \"2006\" \"2001\" | unixEpoch",
        "now | date_modify \"1h\" | unixEpoch",
        "randAlphaNum 5",
        "randAlpha 5",
        "randAscii 5",
        "randNumeric 5",
        "randBytes 5",
        "randInt 0 1000000",
        "shuffle \"abcdefghijklmnop\"",
        "uuidv4",
        "genPrivateKey \"ed25519\"",
        "genPrivateKey \"ecdsa\"",
        "(genCAWithKey \"a\" 1 (genPrivateKey \"ed25519\")).Cert",
        "(genSelfSignedCertWithKey \"a\" nil nil 1 (genPrivateKey \"ed25519\")).Cert",
        "bcrypt \"a\"",
        "htpasswd \"a\" \"b\"",
        "encryptAES \"a\" \"b\"",
      })
  void whatAsksForMoreThanTheRequestIsRenderedAnew(String expression) {
    Map<String, Content> files = files("a: {{ " + expression + " | quote }}");
    HelmResult first = cached.render(request(files, 1));
    HelmResult second = cached.render(request(files, 2));
    assertThat(second).isNotSameAs(first);
    assertThat(second.text(TextOptions.DEFAULT))
        .isEqualTo(plain.render(request(files, 2)).text(TextOptions.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lookup \"v1\" \"Secret\" \"a\" \"b\" | toJson",
        "getHostByName \"localhost\"",
        "sha256sum \"a\"",
        "derivePassword 1 \"long\" \"a\" \"b\" \"c\"",
      })
  void whatIsTheSameEachTimeIsRenderedOnce(String expression) {
    Map<String, Content> files = files("a: {{ " + expression + " | quote }}");
    assertThat(cached.render(request(files, 2))).isSameAs(cached.render(request(files, 1)));
  }

  /** The template of a subchart counts, and so does one that is only included or evaluated. */
  @ParameterizedTest
  @ValueSource(strings = {"include \"r\" .", "tpl \"{{ uuidv4 }}\" ."})
  void randomnessIsSeenWhereverItIsAskedFor(String expression) {
    Map<String, Content> files = files("a: {{ " + expression + " | quote }}");
    files.put("c/templates/_r.tpl", Content.ofText("{{ define \"r\" }}{{ uuidv4 }}{{ end }}"));
    assertThat(cached.render(request(files, 2))).isNotSameAs(cached.render(request(files, 1)));
  }

  @Test
  void templatesThatChangeWhatTheyAreGivenDoNotChangeTheNextRender() {
    Map<String, Content> files =
        files(
            """
            {{- $map := fromYaml "a: {b: 1}" -}}
            before: {{ $map | toJson }}
            {{ $_ := set $map.a "b" 2 }}{{ $_ := set $map "z" 3 -}}
            {{ $_ := set .Values.b "c" 7 -}}
            after: {{ $map | toJson }}
            again: {{ fromYaml "a: {b: 1}" | toJson }}
            values: {{ .Values | toJson }}
            """);
    for (String release : List.of("one", "two", "one")) {
      TemplateRequest request =
          TemplateRequest.of(
              new ChartLocation.Folder(SourceTree.of(files), "c"),
              release,
              Host.pinned(Instant.EPOCH, 1));
      assertThat(cached.render(request).text(TextOptions.DEFAULT))
          .contains("before: {\"a\":{\"b\":1}}", "after: {\"a\":{\"b\":2},\"z\":3}")
          .contains("again: {\"a\":{\"b\":1}}", "\"c\":7")
          .isEqualTo(plain.render(request).text(TextOptions.DEFAULT));
    }
  }

  @Test
  void failuresAreNotKept() {
    Map<String, Content> files = files("a: {{ required \"say it\" .Values.say }}");
    TemplateRequest failing = request(files, 1);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> cached.render(failing))
          .isInstanceOf(RenderException.class)
          .hasMessageContaining("say it");
      assertThat(cached.render(failing.withValues(values("say: x"))).text(TextOptions.DEFAULT))
          .contains("a: x");
    }
  }

  @Test
  void aSmallerBudgetIsStillASmallerBudget() {
    Map<String, Content> files = files("a: {{ range until 1000 }}{{ . }}{{ end }}");
    assertThat(cached.render(request(files, 1)).manifests()).hasSize(1);
    assertThatThrownBy(
            () -> cached.render(request(files, 1).withMeter(Budget.DEFAULT.withSteps(500).meter())))
        .isInstanceOf(RenderException.class);
  }

  @Test
  void warningsAreGivenEachTime() {
    Map<String, Content> files = files(ALL);
    files.put(
        "c/Chart.yaml",
        Content.ofText("{apiVersion: v2, name: c, version: 1.0.0, deprecated: true}"));
    for (int i = 0; i < 2; i++) {
      assertThat(cached.render(request(files, i)).warnings()).hasSize(1);
    }
  }

  @Test
  void whatDoesNotFitIsRenderedAgain() {
    HelmTemplate small = new HelmTemplate(new ChartCache(64L << 20, 1000));
    Map<String, Content> files = files(ALL);
    assertThat(small.render(request(files, 1))).isNotSameAs(small.render(request(files, 1)));
  }

  @Test
  void resultsGoWithTheirChart() {
    // Room for one of the charts.
    HelmTemplate small = new HelmTemplate(new ChartCache(20_000, 1L << 20));
    Map<String, Content> first = files(ALL + "#".repeat(900));
    Map<String, Content> second = files(ALL + "#".repeat(901));
    HelmResult kept = small.render(request(first, 1));
    assertThat(small.render(request(first, 1))).isSameAs(kept);
    small.render(request(second, 1));
    assertThat(small.render(request(first, 1))).isNotSameAs(kept);
  }

  @Test
  void manyThreadsGetTheirOwnAnswers() throws InterruptedException, ExecutionException {
    // Room for a few of the results only.
    HelmTemplate small = new HelmTemplate(new ChartCache(64L << 20, 60_000));
    Map<String, Content> files = files(ALL);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int thread = 0; thread < 64; thread++) {
      int from = thread;
      tasks.add(() -> {
        for (int i = 0; i < 20; i++) {
          TemplateRequest request =
              request(files, 1).withValues(values("b: {c: " + (from + i) % 16 + "}"));
          HelmResult result = small.render(request.withNodes(i % 2 == 0));
          assertThat(text(result)).contains("{\\\"c\\\":" + (from + i) % 16 + "}");
        }
        return null;
      });
    }
    try (var threads = Executors.newFixedThreadPool(64)) {
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
  }
}
