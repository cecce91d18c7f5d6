/**
 * The archive a repo-server sends, taken apart as it streams in: gzip, then tar, then a source tree
 * in memory. Its content is untrusted, and nothing of it touches a disk.
 */
@NullMarked
package io.agentsrender.server.archive;

import org.jspecify.annotations.NullMarked;
