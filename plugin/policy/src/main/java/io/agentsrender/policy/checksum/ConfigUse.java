package io.agentsrender.policy.checksum;

import io.agentsrender.yaml.Node;

/**
 * A place where pods name a Secret or ConfigMap.
 *
 * @param name the node that holds its name
 * @param optional whether the pods start without it
 */
public record ConfigUse(ConfigReference reference, Node name, boolean optional) {}
