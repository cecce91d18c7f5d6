/**
 * What a GitOps repository says of its applications: components, layers of values, refs to other
 * repositories, Applications and ApplicationSets. All of it is data; nothing is rendered here.
 */
@NullMarked
package io.agentsrender.gitops;

import org.jspecify.annotations.NullMarked;
