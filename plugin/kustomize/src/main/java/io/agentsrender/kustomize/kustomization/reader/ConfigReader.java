package io.agentsrender.kustomize.kustomization.reader;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.kustomize.fieldspec.NameReference;
import io.agentsrender.kustomize.fieldspec.TransformerConfig;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import java.util.List;

/** Reads the files that {@code configurations} names (builtinconfig/loaddefaultconfig.go). */
public final class ConfigReader {
  private ConfigReader() {}

  /**
   * @throws BuildFailure for unknown fields and repeated keys
   */
  public static TransformerConfig read(Content content, String file) {
    Input input;
    try {
      input = YamlInput.readStrict(content, file);
    } catch (BuildFailure failure) {
      throw failure.wrap("error converting YAML to JSON");
    }
    try {
      StructReader reader =
          StructReader.of("TransformerConfig", StructReader.Rules.STRICT_LENIENT_TEXTS, input);
      TransformerConfig config = config(reader);
      reader.end();
      return config.sorted();
    } catch (BuildFailure failure) {
      throw failure.at(Position.ofFile(file)).wrap("error unmarshaling JSON: while decoding JSON");
    }
  }

  private static TransformerConfig config(StructReader reader) {
    return new TransformerConfig(
        specs(reader, "namePrefix"),
        specs(reader, "nameSuffix"),
        specs(reader, "namespace"),
        specs(reader, "commonLabels"),
        specs(reader, "labels"),
        specs(reader, "templateLabels"),
        specs(reader, "commonAnnotations"),
        reader.structs("nameReference", "NameBackReferences", ConfigReader::reference),
        specs(reader, "varReference"),
        specs(reader, "images"),
        specs(reader, "replicas"));
  }

  private static List<FieldSpec> specs(StructReader reader, String name) {
    return reader.structs(name, "FieldSpec", ArgsReader::fieldSpec);
  }

  private static NameReference reference(StructReader reader) {
    return new NameReference(ArgsReader.gvk(reader), specs(reader, "fieldSpecs"));
  }
}
