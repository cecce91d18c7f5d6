package io.agentsrender.helm.profile;

/** The library that checks values against {@code values.schema.json}; each has its own wording. */
public enum SchemaLibrary {
  /** xeipuuv/gojsonschema: drafts 4, 6 and 7. Up to Helm 3.18.4. */
  GOJSONSCHEMA,

  /** santhosh-tekuri/jsonschema: drafts 4, 6, 7, 2019-09 and 2020-12. Since Helm 3.18.5. */
  JSONSCHEMA
}
