/**
 * What is asked of a render: the facts of the Application and of its cluster, over a folder of a
 * tree.
 */
@NullMarked
package io.agentsrender.render.request;

import org.jspecify.annotations.NullMarked;
