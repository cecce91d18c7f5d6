package io.agentsrender.cli.report;

import io.agentsrender.policy.hook.HookReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hooks of a render: what Argo CD does with them. */
final class HookRows {
  private HookRows() {}

  static Row row(HookReport hook) {
    List<String> details = new ArrayList<>();
    if (!hook.helm().isEmpty()) {
      details.add("Helm:    " + String.join(", ", hook.helm()));
    }
    details.add("Argo CD: " + argo(hook));
    details.addAll(hook.remarks());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("object", hook.object());
    fields.putAll(PlaceJson.of(hook.place()));
    fields.put("helm", hook.helm());
    fields.put("phases", hook.phases());
    fields.put("wave", (long) hook.wave());
    fields.put("deletePolicies", hook.deletePolicies());
    fields.put("remarks", hook.remarks());
    return new Row(hook.object(), details, fields);
  }

  private static String argo(HookReport hook) {
    return hook.phases().isEmpty()
        ? "never runs it"
        : String.join(", ", hook.phases())
            + " in wave "
            + hook.wave()
            + ", deleted on "
            + String.join(", ", hook.deletePolicies());
  }
}
