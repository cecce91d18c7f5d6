{{/* The data of the chart's ConfigMap as YAML, without the line feed at its end: the files of the chart, then `config.data`. */}}
{{- define "agents.configData" -}}
{{- $data := dict -}}
{{- range $path, $content := .Files.Glob "files/*" -}}
{{- $_ := set $data (base $path) (toString $content) -}}
{{- end -}}
{{- toYaml (mergeOverwrite $data .Values.config.data) -}}
{{- end -}}

{{/* The data of the chart's database Secret as YAML, in clear. */}}
{{- define "agents.databaseSecretData" -}}
{{- toYaml (dict .Values.database.createSecret.key .Values.database.url) -}}
{{- end -}}

{{- define "agents.ownsDatabaseSecret" -}}
{{- if and .Values.database.url .Values.database.createSecret.enabled }}true{{ end -}}
{{- end -}}

{{/*
The checksum of a Secret or ConfigMap: the given one; for an object of this chart, the SHA-256 of its data
(compact JSON, keys sorted, values in Base64); for any other, the SHA-256 of its kind and name, which tells nothing of its content.
Takes root, kind (secret or configmap), name and checksum.
*/}}
{{- define "agents.checksum" -}}
{{- $data := dict -}}
{{- if and (eq .kind "secret") (eq .name (include "agents.databaseSecretName" .root)) (include "agents.ownsDatabaseSecret" .root) -}}
{{- $data = include "agents.databaseSecretData" .root | fromYaml -}}
{{- else if and (eq .kind "configmap") (eq .name (include "agents.configMapName" .root)) .root.Values.config.enabled -}}
{{- $data = include "agents.configData" .root | printf "%s\n" | fromYaml -}}
{{- end -}}
{{- if .checksum -}}
{{- .checksum -}}
{{- else if $data -}}
{{- $encoded := dict -}}
{{- range $key, $value := $data -}}
{{- $_ := set $encoded $key (b64enc $value) -}}
{{- end -}}
{{- toJson $encoded | sha256sum -}}
{{- else -}}
{{- printf "%s:%s/%s" .kind (include "agents.namespace" .root) .name | sha256sum -}}
{{- end -}}
{{- end -}}

{{/*
The annotation key of a checksum. The API server takes one slash and at most 63 characters after it,
so the name is joined by a dash, and a name too long is replaced by a part of its hash. Takes kind and name.
*/}}
{{- define "agents.checksumKey" -}}
{{- $suffix := printf "%s-%s" .kind .name -}}
{{- if gt (len $suffix) 63 -}}
{{- $suffix = printf "%s-%s" .kind (.name | sha256sum | trunc 24) -}}
{{- end -}}
{{- printf "checksum/%s" $suffix -}}
{{- end -}}

{{/* The Secrets and ConfigMaps that a pod uses, as JSON: {"secret": {name: true}, "configmap": {name: true}}. Takes a pod's spec. */}}
{{- define "agents.podReferences" -}}
{{- $secrets := dict -}}
{{- $configMaps := dict -}}
{{- range concat (.initContainers | default list) (.containers | default list) -}}
  {{- range .envFrom -}}
    {{- with .secretRef }}{{ $_ := set $secrets .name true }}{{ end -}}
    {{- with .configMapRef }}{{ $_ := set $configMaps .name true }}{{ end -}}
  {{- end -}}
  {{- range .env -}}
    {{- with .valueFrom -}}
      {{- with .secretKeyRef }}{{ $_ := set $secrets .name true }}{{ end -}}
      {{- with .configMapKeyRef }}{{ $_ := set $configMaps .name true }}{{ end -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- range .volumes -}}
  {{- with .secret }}{{ $_ := set $secrets .secretName true }}{{ end -}}
  {{- with .configMap }}{{ $_ := set $configMaps .name true }}{{ end -}}
  {{- with .projected -}}
    {{- range .sources -}}
      {{- with .secret }}{{ $_ := set $secrets .name true }}{{ end -}}
      {{- with .configMap }}{{ $_ := set $configMaps .name true }}{{ end -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- dict "secret" $secrets "configmap" $configMaps | toJson -}}
{{- end -}}

{{/* The checksum annotations of a pod as YAML: the listed objects that it uses. Takes root and spec. */}}
{{- define "agents.checksumAnnotations" -}}
{{- $root := .root -}}
{{- if $root.Values.rolloutChecksums.enabled -}}
{{- $references := include "agents.podReferences" .spec | fromJson -}}
{{- range $kind, $entries := dict "secret" $root.Values.rolloutChecksums.secrets "configmap" $root.Values.rolloutChecksums.configMaps -}}
{{- range $entry := $entries -}}
{{- if kindIs "string" $entry }}{{ $entry = dict "name" $entry }}{{ end -}}
{{- if hasKey (get $references $kind) $entry.name }}
{{ include "agents.checksumKey" (dict "kind" $kind "name" $entry.name) }}: {{ include "agents.checksum" (dict "root" $root "kind" $kind "name" $entry.name "checksum" $entry.checksum) | quote }}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
