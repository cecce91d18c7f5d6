{{/* The operators that are switched on, as a list in JSON, in the order of the documentation. */}}
{{- define "operators.enabled" -}}
{{- $enabled := list -}}
{{- range $operator := list "domain" "process" "agent" "uisurface" -}}
{{- if (get $.Values.operators $operator).enabled -}}
{{- $enabled = append $enabled $operator -}}
{{- end -}}
{{- end -}}
{{- toJson $enabled -}}
{{- end -}}

{{/* Name of an operator's objects. Takes root and operator. */}}
{{- define "operators.name" -}}
{{- printf "%s-%s-operator" (.root.Release.Name | trunc 43 | trimSuffix "-") .operator -}}
{{- end -}}

{{/* Cluster-wide objects carry the namespace, so that two environments may share a cluster. */}}
{{- define "operators.clusterName" -}}
{{- printf "%s-%s" .Release.Name .Release.Namespace -}}
{{- end -}}

{{- define "operators.serviceAccountName" -}}
{{- .Values.serviceAccount.name | default (.Values.serviceAccount.create | ternary .Release.Name "default") -}}
{{- end -}}

{{/* Labels of everything in the release. */}}
{{- define "operators.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/part-of: ameide
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{/* Labels that choose the pods of one operator. Takes root and operator. */}}
{{- define "operators.selectorLabels" -}}
app.kubernetes.io/name: {{ .operator }}-operator
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{/* The metadata of an operator's object. Takes root, operator, and labels of its own. */}}
{{- define "operators.metadata" -}}
name: {{ include "operators.name" . }}
namespace: {{ .root.Release.Namespace }}
labels:
  app.kubernetes.io/name: {{ .operator }}-operator
  {{- include "operators.labels" .root | nindent 2 }}
  {{- with .labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}

{{/* registry/repository:tag. Takes root and image. */}}
{{- define "operators.image" -}}
{{- printf "%s/%s:%s" (.root.Values.global.imageRegistry | trimSuffix "/") .image.repository .image.tag -}}
{{- end -}}

{{/* The port of an address like ":8080". */}}
{{- define "operators.port" -}}
{{- regexReplaceAll "^.*:" . "" -}}
{{- end -}}

{{/* affinity, with the spread over nodes that hardening asks for; what the values say themselves counts first. Takes root and operator. */}}
{{- define "operators.affinity" -}}
{{- $affinity := deepCopy .root.Values.affinity -}}
{{- with .root.Values.hardening.antiAffinity -}}
{{- if .enabled -}}
{{- $term := dict "topologyKey" .topologyKey "labelSelector" (dict "matchLabels" (include "operators.selectorLabels" $ | fromYaml)) -}}
{{- $spread := dict "preferredDuringSchedulingIgnoredDuringExecution" (list (dict "weight" 100 "podAffinityTerm" $term)) -}}
{{- $affinity = merge $affinity (dict "podAntiAffinity" $spread) -}}
{{- end -}}
{{- end -}}
{{- with $affinity }}{{ toYaml . }}{{ end -}}
{{- end -}}

{{/* The Deployment of one operator, if it is switched on. Takes root and operator. */}}
{{- define "operators.deployment" -}}
{{- $values := get .root.Values.operators .operator -}}
{{- if $values.enabled -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "operators.metadata" . | nindent 2 }}
spec:
  replicas: {{ $values.replicas }}
  selector:
    matchLabels:
      {{- include "operators.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      annotations:
        kubectl.kubernetes.io/default-container: manager
      labels:
        {{- include "operators.selectorLabels" . | nindent 8 }}
    spec:
      serviceAccountName: {{ include "operators.serviceAccountName" .root }}
      {{- with .root.Values.global.imagePullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .root.Values.podSecurityContext }}
      securityContext:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: manager
          image: {{ include "operators.image" (dict "root" .root "image" $values.image) | quote }}
          imagePullPolicy: {{ .root.Values.global.imagePullPolicy }}
          args:
            {{- if $values.leaderElection }}
            - --leader-elect
            {{- end }}
            - --metrics-bind-address={{ $values.metricsBindAddress }}
            - --health-probe-bind-address={{ $values.healthProbeBindAddress }}
          ports:
            - name: metrics
              containerPort: {{ include "operators.port" $values.metricsBindAddress }}
              protocol: TCP
            - name: health
              containerPort: {{ include "operators.port" $values.healthProbeBindAddress }}
              protocol: TCP
          livenessProbe:
            httpGet:
              path: /healthz
              port: health
            initialDelaySeconds: 15
            periodSeconds: 20
          readinessProbe:
            httpGet:
              path: /readyz
              port: health
            initialDelaySeconds: 5
            periodSeconds: 10
          {{- with $values.resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with .root.Values.securityContext }}
          securityContext:
            {{- toYaml . | nindent 12 }}
          {{- end }}
      terminationGracePeriodSeconds: 10
      {{- with .root.Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with include "operators.affinity" . }}
      affinity:
        {{- . | nindent 8 }}
      {{- end }}
      {{- with .root.Values.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
{{- end -}}
{{- end -}}
