/** Where the files of a render come from: its own repository, others, refs, and charts. */
@NullMarked
package io.agentsrender.render.repository;

import org.jspecify.annotations.NullMarked;
