package io.agentsrender.gitops.applicationset.generator;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.MapNode;
import java.util.List;

/** One kind of generator. */
interface Generator {
  /**
   * Sets of parameters, each of which makes an Application.
   *
   * @param settings what stands below the generator's name
   * @throws RenderException in the words of Argo CD
   */
  List<GoMap> generate(MapNode settings);
}
