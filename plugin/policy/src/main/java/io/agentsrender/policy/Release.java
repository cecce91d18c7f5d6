package io.agentsrender.policy;

import io.agentsrender.yaml.MapNode;

/**
 * A release whose objects are in a render.
 *
 * @param name as the objects' origins have it
 * @param namespace of its objects that name none
 * @param values all of them, the chart's defaults and the sections of the policies among them
 * @param preparation what the policies took from its given values
 */
public record Release(String name, String namespace, MapNode values, Preparation preparation) {}
