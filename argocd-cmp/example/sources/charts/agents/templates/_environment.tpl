{{/* What the chart itself tells a component, as YAML: name to text, or to a valueFrom map. Takes a component. */}}
{{- define "agents.builtInEnvironment" -}}
{{- $values := .root.Values -}}
AGENTS_COMPONENT: {{ .name }}
AGENTS_CONTROLLER_NAMESPACES: {{ include "agents.controllerNamespaces" .root | quote }}
AGENTS_CLUSTER_SCOPED: {{ $values.rbac.clusterScoped | quote }}
AGENTS_GRPC_ENABLED: {{ $values.grpc.enabled | quote }}
{{- if and $values.grpc.enabled (eq .key "controlPlane") }}
AGENTS_GRPC_PORT: {{ $values.grpc.port | int | quote }}
{{- end }}
{{- if eq .key "controllers" }}
AGENTS_LEADER_ELECTION: {{ .values.leaderElection.enabled | quote }}
AGENTS_RUNNER_SERVICE_ACCOUNT: {{ include "agents.runnerServiceAccountName" .root }}
{{- end }}
AGENTS_METRICS_PORT: {{ $values.metrics.port | int | quote }}
{{- if $values.config.enabled }}
AGENTS_CONFIG_DIR: /etc/agents
{{- end }}
{{- with include "agents.runnerImage" .root }}
AGENTS_RUNNER_IMAGE: {{ . | quote }}
{{- end }}
{{- with $values.kubernetesApi.host }}
KUBERNETES_SERVICE_HOST: {{ . | quote }}
KUBERNETES_SERVICE_PORT: {{ $values.kubernetesApi.port | toString | quote }}
{{- end }}
POD_NAME:
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
POD_NAMESPACE:
  valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
{{- end -}}

{{/* DATABASE_URL in the form the values ask for, as YAML like the above. */}}
{{- define "agents.databaseEnvironment" -}}
{{- $database := .Values.database -}}
{{- $password := $database.connection.passwordSecretRef -}}
{{- if and $database.url (not $database.createSecret.enabled) -}}
DATABASE_URL: {{ $database.url | quote }}
{{- else if $database.url -}}
DATABASE_URL:
  valueFrom: {secretKeyRef: {name: {{ include "agents.databaseSecretName" . }}, key: {{ $database.createSecret.key }}}}
{{- else if $database.secretRef.name -}}
DATABASE_URL:
  valueFrom: {secretKeyRef: {name: {{ $database.secretRef.name }}, key: {{ $database.secretRef.key }}}}
{{- else if $database.connection.host -}}
{{- with $database.connection -}}
DATABASE_PASSWORD:
  valueFrom: {secretKeyRef: {name: {{ $password.name }}, key: {{ $password.key }}}}
DATABASE_URL: {{ printf "postgresql://%s:$(DATABASE_PASSWORD)@%s:%d/%s?sslmode=%s" .user .host (int .port) .name .sslMode | quote }}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "agents.databaseSecretName" -}}
{{- default (printf "%s-database" (include "agents.fullname" .)) .Values.database.createSecret.name -}}
{{- end -}}

{{/*
The list under `env:`, sorted by name. From weakest to strongest: the chart's own variables, `env.vars`,
the safety defaults of the controllers, the component's `env.vars`. A null variable counts as absent.
Sorting also puts DATABASE_PASSWORD before DATABASE_URL, whose $(...) may only name earlier variables.
*/}}
{{- define "agents.environment" -}}
{{- $layers := list (include "agents.builtInEnvironment" . | fromYaml) (include "agents.databaseEnvironment" .root | fromYaml) .root.Values.env.vars -}}
{{- if eq .key "controllers" -}}
{{- $layers = append $layers (dict "AGENTS_MIGRATIONS" "skip" "AGENTS_GRPC_ENABLED" "false" "AGENTS_CACHE_ENABLED" "false") -}}
{{- end -}}
{{- $layers = append $layers .values.env.vars -}}
{{- $environment := dict -}}
{{- range $layers -}}
{{- range $name, $value := . -}}
{{- if not (kindIs "invalid" $value) -}}
{{- $_ := set $environment $name $value -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $value := $environment }}
- name: {{ $name }}
  {{- if kindIs "map" $value }}
  {{- toYaml $value | nindent 2 }}
  {{- else }}
  value: {{ $value | quote }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* The list under `envFrom:`: the root's references, then the component's. Takes a component. */}}
{{- define "agents.environmentFrom" -}}
{{- range concat .root.Values.envFromSecretRefs .values.envFromSecretRefs | uniq }}
- secretRef:
    name: {{ . }}
{{- end }}
{{- range concat .root.Values.envFromConfigMapRefs .values.envFromConfigMapRefs | uniq }}
- configMapRef:
    name: {{ . }}
{{- end }}
{{- end -}}
