{{/* The chart's name, as labels carry it. */}}
{{- define "agents.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* The base name of all objects. It leaves room for the longest suffix, "-controllers". */}}
{{- define "agents.fullname" -}}
{{- $name := include "agents.name" . -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 51 | trimSuffix "-" -}}
{{- else if contains $name .Release.Name -}}
{{- .Release.Name | trunc 51 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 51 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "agents.namespace" -}}
{{- default .Release.Namespace .Values.namespaceOverride -}}
{{- end -}}

{{- define "agents.chart" -}}
{{- printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* Labels that never change: the only ones a selector may name. Takes root and name. */}}
{{- define "agents.selectorLabels" -}}
app.kubernetes.io/name: {{ include "agents.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end -}}

{{/* Labels of an object. Takes root and, for objects of one component, name. */}}
{{- define "agents.labels" -}}
helm.sh/chart: {{ include "agents.chart" .root }}
{{- if .name }}
{{ include "agents.selectorLabels" . }}
{{- else }}
app.kubernetes.io/name: {{ include "agents.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}
{{- with .root.Chart.AppVersion }}
app.kubernetes.io/version: {{ . | quote }}
{{- end }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/part-of: agents
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The body of `metadata:`. Takes root, fullname, and optionally name, namespace ("" for none) and annotations. */}}
{{- define "agents.metadata" -}}
name: {{ .fullname }}
{{- $namespace := include "agents.namespace" .root -}}
{{- if hasKey . "namespace" }}{{ $namespace = .namespace }}{{ end }}
{{- with $namespace }}
namespace: {{ . }}
{{- end }}
labels:
  {{- include "agents.labels" . | nindent 2 }}
{{- with merge (dict) (default (dict) .annotations) .root.Values.commonAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* The components of this release by the name of their values, separated by spaces. */}}
{{- define "agents.components" -}}
controlPlane{{ if .Values.controllers.enabled }} controllers{{ end }}
{{- end -}}

{{/*
Renders the named template for one component. Takes root, key (controlPlane or controllers) and template;
the template gets root, key, name (label and container), fullname and values.
*/}}
{{- define "agents.forComponent" -}}
{{- $fullname := include "agents.fullname" .root -}}
{{- $name := "control-plane" -}}
{{- if eq .key "controllers" -}}
{{- $fullname = printf "%s-controllers" $fullname -}}
{{- $name = "controllers" -}}
{{- end -}}
{{- include .template (dict "root" .root "key" .key "name" $name "fullname" $fullname "values" (get .root.Values .key)) -}}
{{- end -}}

{{/* The component's own value if it is not empty, else the value of the same name at the root, as YAML. Takes a component and field. */}}
{{- define "agents.ownOrShared" -}}
{{- $value := get .component.values .field -}}
{{- if empty $value -}}
{{- $value = get .component.root.Values .field -}}
{{- end -}}
{{- if not (empty $value) -}}
{{- toYaml $value -}}
{{- end -}}
{{- end -}}

{{- define "agents.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "agents.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "agents.runnerServiceAccountName" -}}
{{- $default := ternary (printf "%s-runner" (include "agents.fullname" .)) (include "agents.serviceAccountName" .) .Values.runner.serviceAccount.create -}}
{{- default $default .Values.runner.serviceAccount.name -}}
{{- end -}}

{{- define "agents.configMapName" -}}
{{- printf "%s-config" (include "agents.fullname" .) -}}
{{- end -}}

{{/* The reconciled namespaces with their templates filled in, separated by commas. */}}
{{- define "agents.controllerNamespaces" -}}
{{- $root := . -}}
{{- $namespaces := list -}}
{{- range .Values.controller.namespaces -}}
{{- $namespaces = append $namespaces (tpl . $root) -}}
{{- end -}}
{{- $namespaces | uniq | join "," -}}
{{- end -}}
