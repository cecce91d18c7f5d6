package io.agentsrender.helm.engine;

import io.agentsrender.gotemplate.exec.TemplateFile;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.engine.object.FilesObject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the engine makes of one chart and keeps between renders: parsed templates and the objects of
 * its files. Belongs to one loaded chart and one release of Helm; used by many threads.
 */
public final class TemplateCache {
  private final ConcurrentHashMap<Key, TemplateFile> templates = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, GoMap> files = new ConcurrentHashMap<>();

  /**
   * A file under a name, which is part of what parsing makes of it; a file can have several, by
   * aliases of its chart.
   */
  private record Key(String name, String source) {}

  TemplateFile template(String name, String source, Supplier<TemplateFile> parse) {
    return templates.computeIfAbsent(new Key(name, source), _ -> parse.get());
  }

  GoMap files(Chart chart) {
    return files.computeIfAbsent(chart.source(), _ -> FilesObject.of(chart.files()));
  }
}
