package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install"
	apiextensionsvalidation "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	schemavalidation "k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
)

// definitions are the known custom resources.
type definitions map[schema.GroupVersionKind]*definition

type definition struct {
	structural *structuralschema.Structural
	openAPI    schemavalidation.SchemaValidator
	rules      *cel.Validator
}

var definitionCodec = func() runtime.Decoder {
	scheme := runtime.NewScheme()
	install.Install(scheme)
	return serializer.NewCodecFactory(scheme, serializer.EnableStrict).UniversalDecoder()
}()

func readDefinition(document []byte) (*apiextensions.CustomResourceDefinition, []string) {
	object, _, err := definitionCodec.Decode(document, nil, nil)
	if err != nil {
		return nil, []string{err.Error()}
	}
	crd, ok := object.(*apiextensions.CustomResourceDefinition)
	if !ok {
		return nil, []string{fmt.Sprintf("%T is no CustomResourceDefinition", object)}
	}
	// What the API server itself records on creation.
	crd.Status.StoredVersions = nil
	for _, version := range crd.Spec.Versions {
		if version.Storage {
			crd.Status.StoredVersions = append(crd.Status.StoredVersions, version.Name)
		}
	}
	return crd, texts(apiextensionsvalidation.ValidateCustomResourceDefinition(context.Background(), crd))
}

// readDefinitions reads those of folders, which are separated by commas.
func readDefinitions(root, folders string) (definitions, error) {
	known := definitions{}
	if folders == "" {
		return known, nil
	}
	var paths []string
	for _, folder := range strings.Split(folders, ",") {
		found, err := filepath.Glob(filepath.Join(root, folder, "*.yaml"))
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("no CustomResourceDefinition in %s", folder)
		}
		paths = append(paths, found...)
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		crd, problems := readDefinition(content)
		if len(problems) > 0 {
			return nil, fmt.Errorf("%s: %v", path, problems)
		}
		for _, version := range crd.Spec.Versions {
			compiled, err := compile(crd, version)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
			known[schema.GroupVersionKind{Group: crd.Spec.Group, Version: version.Name, Kind: crd.Spec.Names.Kind}] = compiled
		}
	}
	return known, nil
}

func compile(crd *apiextensions.CustomResourceDefinition, version apiextensions.CustomResourceDefinitionVersion) (*definition, error) {
	validation := version.Schema
	if validation == nil {
		validation = crd.Spec.Validation
	}
	structural, err := structuralschema.NewStructural(validation.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	openAPI, _, err := schemavalidation.NewSchemaValidator(validation.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	return &definition{structural, openAPI, cel.NewValidator(structural, true, celconfig.PerCallLimit)}, nil
}

// judge takes the same steps as the API server on creation: unknown fields, defaults, schema, list types, CEL rules.
func (d *definition) judge(object unstructured.Unstructured) []string {
	problems := []string{}
	content := object.DeepCopy().Object
	options := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	for _, path := range pruning.PruneWithOptions(content, d.structural, true, options) {
		problems = append(problems, "unknown field "+path)
	}
	defaulting.Default(content, d.structural)
	problems = append(problems, texts(schemavalidation.ValidateCustomResource(nil, content, d.openAPI))...)
	problems = append(problems, texts(listtype.ValidateListSetsAndMaps(nil, d.structural, content))...)
	broken, _ := d.rules.Validate(context.Background(), nil, d.structural, content, nil, celconfig.RuntimeCELCostBudget)
	return append(problems, texts(broken)...)
}
