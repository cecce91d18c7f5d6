package io.agentsrender.cli.report;

import io.agentsrender.policy.image.ImageUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The images of a render: who runs them, and which values they come from. */
final class ImageRows {
  private ImageRows() {}

  static Row row(ImageUse use) {
    List<String> details = new ArrayList<>();
    details.add("container " + use.container() + " of " + use.workload());
    for (ImageUse.Part part : use.parts()) {
      details.add("%-10s from %s at %s".formatted(part.field(), part.step(), part.place()));
    }
    if (use.parts().isEmpty()) {
      details.add("as it stands at " + use.place());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("image", use.image());
    fields.put("workload", use.workload());
    fields.put("container", use.container());
    fields.putAll(PlaceJson.of(use.place()));
    fields.put("parts", use.parts().stream().map(ImageRows::part).toList());
    return new Row(use.image(), details, fields);
  }

  private static Map<String, Object> part(ImageUse.Part part) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("field", part.field());
    fields.put("value", part.value());
    fields.put("step", part.step());
    fields.putAll(PlaceJson.of(part.place()));
    return fields;
  }
}
