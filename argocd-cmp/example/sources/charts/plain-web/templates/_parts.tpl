{{/* Labels of one part. Takes root and part. */}}
{{- define "plain-web.labels" -}}
app.kubernetes.io/name: plain-web
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "plain-web.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}

{{/* The variables of a part: those of both win, as in many charts that merge in this order. Takes root and vars. */}}
{{- define "plain-web.env" -}}
{{- range $name, $value := merge (dict) .root.Values.env.vars .vars }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* A Deployment. Takes root, part, name and values. */}}
{{- define "plain-web.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .name }}
  labels:
    {{- include "plain-web.labels" . | nindent 4 }}
spec:
  {{- if not (and (eq .part "web") .root.Values.autoscaling.enabled) }}
  replicas: {{ .values.replicas | int }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "plain-web.labels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "plain-web.labels" . | nindent 8 }}
    spec:
      containers:
        - name: {{ .part }}
          image: {{ include "plain-web.image" .root | quote }}
          args: [{{ .part }}]
          {{- with include "plain-web.env" (dict "root" .root "vars" .values.env.vars) | trim }}
          env:
            {{- . | nindent 12 }}
          {{- end }}
          {{- with .root.Values.envFromSecretRefs }}
          envFrom:
            {{- range . }}
            - secretRef:
                name: {{ . }}
            {{- end }}
          {{- end }}
          volumeMounts:
            - name: settings
              mountPath: /etc/plain-web
      volumes:
        - name: settings
          configMap:
            name: {{ .root.Release.Name }}-settings
{{- end -}}
