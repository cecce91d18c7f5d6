{{ define "one" }}{{ include "two" . }}{{ end }}
{{ define "two" }}
{{ index .Values.list 3 }}{{ end }}