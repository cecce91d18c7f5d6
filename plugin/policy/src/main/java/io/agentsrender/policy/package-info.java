/**
 * Small transformations over the finished objects of a render. Each is a function of objects and
 * settings, each is idempotent, and off means that nothing changes.
 */
@NullMarked
package io.agentsrender.policy;

import org.jspecify.annotations.NullMarked;
