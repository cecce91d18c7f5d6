{{/* "true" when the component is delivered by a Rollout. Takes a component. */}}
{{- define "agents.isRollout" -}}
{{- $delivery := .root.Values.progressiveDelivery -}}
{{- if and $delivery.enabled (or (empty $delivery.components) (has .key $delivery.components)) }}true{{ end -}}
{{- end -}}

{{/* apiVersion, kind and name of the component's workload, as a scale target names it. Takes a component. */}}
{{- define "agents.scaleTarget" -}}
{{- if include "agents.isRollout" . -}}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
{{- else -}}
apiVersion: apps/v1
kind: Deployment
{{- end }}
name: {{ .fullname }}
{{- end -}}

{{/* The body of a Rollout's `canary:`. Explicit rolling-update settings carry over; the defaults never take a pod away. */}}
{{- define "agents.canary" -}}
{{- $rolling := include "agents.ownOrShared" (dict "component" . "field" "strategy") | fromYaml | dig "rollingUpdate" dict -}}
maxSurge: {{ hasKey $rolling "maxSurge" | ternary $rolling.maxSurge 1 }}
maxUnavailable: {{ hasKey $rolling "maxUnavailable" | ternary $rolling.maxUnavailable 0 }}
steps:
  {{- toYaml (.root.Values.progressiveDelivery.canarySteps | default (list (dict "setWeight" 20) (dict "pause" dict))) | nindent 2 }}
{{- end -}}

{{/* Deployment or Rollout of one component. Everything but apiVersion, kind and strategy is the same in both. */}}
{{- define "agents.workload" -}}
{{- $podSpec := include "agents.podSpec" . -}}
{{- $target := include "agents.scaleTarget" . | fromYaml -}}
apiVersion: {{ $target.apiVersion }}
kind: {{ $target.kind }}
metadata:
  {{- include "agents.metadata" . | nindent 2 }}
spec:
  {{- if not .values.autoscaling.enabled }}
  replicas: {{ .values.replicas | int }}
  {{- end }}
  revisionHistoryLimit: {{ .root.Values.revisionHistoryLimit | int }}
  {{- if include "agents.isRollout" . }}
  strategy:
    canary:
      {{- include "agents.canary" . | nindent 6 }}
  {{- else }}
  {{- with include "agents.ownOrShared" (dict "component" . "field" "strategy") }}
  strategy:
    {{- . | nindent 4 }}
  {{- end }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "agents.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      {{- $checksums := include "agents.checksumAnnotations" (dict "root" .root "spec" (fromYaml $podSpec)) | fromYaml }}
      {{- with mergeOverwrite (dict) $checksums .root.Values.podAnnotations .values.podAnnotations }}
      annotations:
        {{- tpl (toYaml .) $.root | nindent 8 }}
      {{- end }}
      labels:
        {{- include "agents.selectorLabels" . | nindent 8 }}
        {{- with mergeOverwrite (dict) .root.Values.podLabels .values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      {{- $podSpec | nindent 6 }}
{{- end -}}

{{- define "agents.podSpec" -}}
{{- $component := . -}}
{{- $values := .root.Values -}}
{{- $images := dict "image" .values.image "base" $values.image -}}
serviceAccountName: {{ include "agents.serviceAccountName" .root }}
automountServiceAccountToken: {{ $values.serviceAccount.automountToken }}
{{- with include "agents.pullSecrets" $images }}
imagePullSecrets:
  {{- . | trim | nindent 2 }}
{{- end }}
{{- with $values.podSecurityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with include "agents.ownOrShared" (dict "component" . "field" "priorityClassName") }}
priorityClassName: {{ . }}
{{- end }}
{{- /* Zero is a period of its own here, not an empty field. */}}
terminationGracePeriodSeconds: {{ kindIs "invalid" .values.terminationGracePeriodSeconds | ternary $values.terminationGracePeriodSeconds .values.terminationGracePeriodSeconds | int }}
{{- range $field := list "nodeSelector" "affinity" "tolerations" "topologySpreadConstraints" }}
{{- with include "agents.ownOrShared" (dict "component" $component "field" $field) }}
{{ $field }}:
  {{- tpl . $component.root | nindent 2 }}
{{- end }}
{{- end }}
containers:
  - name: {{ .name }}
    image: {{ include "agents.image" $images | quote }}
    imagePullPolicy: {{ .values.image.pullPolicy | default $values.image.pullPolicy }}
    {{- with .values.command }}
    command:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- with .values.args }}
    args:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    ports:
      {{- if eq .key "controlPlane" }}
      - name: http
        containerPort: 8080
        protocol: TCP
      {{- if $values.grpc.enabled }}
      - name: grpc
        containerPort: {{ $values.grpc.port | int }}
        protocol: TCP
      {{- end }}
      {{- end }}
      - name: metrics
        containerPort: {{ $values.metrics.port | int }}
        protocol: TCP
    env:
      {{- include "agents.environment" . | trim | nindent 6 }}
    {{- with include "agents.environmentFrom" . }}
    envFrom:
      {{- . | trim | nindent 6 }}
    {{- end }}
    {{- range $field := list "livenessProbe" "readinessProbe" "startupProbe" "lifecycle" }}
    {{- with get $component.values $field }}
    {{ $field }}:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- end }}
    {{- with include "agents.ownOrShared" (dict "component" . "field" "resources") }}
    resources:
      {{- . | nindent 6 }}
    {{- end }}
    {{- with $values.securityContext }}
    securityContext:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    volumeMounts:
      - name: tmp
        mountPath: /tmp
      {{- if $values.config.enabled }}
      - name: config
        mountPath: /etc/agents
        readOnly: true
      {{- end }}
      {{- with $values.extraVolumeMounts }}
      {{- tpl (toYaml .) $component.root | nindent 6 }}
      {{- end }}
volumes:
  - name: tmp
    emptyDir: {}
  {{- if $values.config.enabled }}
  - name: config
    configMap:
      name: {{ include "agents.configMapName" .root }}
  {{- end }}
  {{- with $values.extraVolumes }}
  {{- tpl (toYaml .) $component.root | nindent 2 }}
  {{- end }}
{{- end -}}
