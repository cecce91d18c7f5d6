package io.agentsrender.kustomize.generate;

import io.agentsrender.source.Content;

/** One entry of a ConfigMap or Secret, before it is known which. */
record Pair(String key, Content value) {}
