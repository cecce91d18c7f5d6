package io.agentsrender.policy;

import io.agentsrender.yaml.MapNode;

/**
 * A release whose objects are in a render.
 *
 * @param name as the objects' origins have it
 * @param namespace of its objects that name none
 * @param values all that the chart got, its defaults among them
 * @param preparation what the policies took from its given values
 */
public record Release(String name, String namespace, MapNode values, Preparation preparation) {}
