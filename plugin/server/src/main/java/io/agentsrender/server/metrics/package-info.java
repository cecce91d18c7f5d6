/** What operators count and watch: Prometheus metrics and a health page, over HTTP. */
@NullMarked
package io.agentsrender.server.metrics;

import org.jspecify.annotations.NullMarked;
