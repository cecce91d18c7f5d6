package io.agentsrender.server;

import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.socket.SocketFile;
import io.agentsrender.server.trace.TraceSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the first line of the log says: which program serves where, and within which limits. */
final class ServingFacts {
  private ServingFacts() {}

  static Map<String, Object> of(ServerConfig config, PluginDefinition plugin, SocketFile socket) {
    ServerLimits limits = config.limits();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("plugin", plugin.fullName());
    facts.put("version", config.version());
    facts.put("socket", socket.path().toString());
    facts.put("java", Runtime.version().toString());
    facts.put("cpus", Runtime.getRuntime().availableProcessors());
    facts.put("heapBytes", Runtime.getRuntime().maxMemory());
    facts.put("parallelism", limits.parallelism());
    facts.put("maxTreeBytes", limits.treeBytes());
    facts.put("maxArchiveBytes", limits.archive().packedBytes());
    facts.put("maxMessageBytes", limits.messageBytes());
    facts.put("maxSeconds", limits.timeout().toSeconds());
    facts.put("graceSeconds", limits.grace().toSeconds());
    facts.put("discovery", plugin.discovery().isConfigured());
    facts.put("traces", TraceSettings.isOn(config.environment()));
    return facts;
  }
}
