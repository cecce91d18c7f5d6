/** What is told of a render besides its objects. */
@NullMarked
package io.agentsrender.cli.report;

import org.jspecify.annotations.NullMarked;
