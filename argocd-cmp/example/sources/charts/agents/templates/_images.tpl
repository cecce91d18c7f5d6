{{/*
One field of an image: the component's if it is not empty, else the root's.
Absent, null, "" and blank text are all empty. Takes image (the component's block), base (the root's) and field.
*/}}
{{- define "agents.imageField" -}}
{{- $own := get .image .field | default "" | toString | trim -}}
{{- $own | default (get .base .field | default "" | toString | trim) -}}
{{- end -}}

{{/* repository:tag@digest, or repository:tag without a digest. Takes image and base. */}}
{{- define "agents.image" -}}
{{- $repository := include "agents.imageField" (dict "image" .image "base" .base "field" "repository") -}}
{{- $tag := include "agents.imageField" (dict "image" .image "base" .base "field" "tag") -}}
{{- $digest := include "agents.imageField" (dict "image" .image "base" .base "field" "digest") -}}
{{- printf "%s:%s" $repository $tag -}}
{{- with $digest }}@{{ . }}{{ end -}}
{{- end -}}

{{/* The list under imagePullSecrets. The component's list, if it has entries, replaces the root's. Takes image and base. */}}
{{- define "agents.pullSecrets" -}}
{{- range .image.pullSecrets | default .base.pullSecrets }}
- name: {{ kindIs "map" . | ternary (dig "name" "" (kindIs "map" . | ternary . (dict))) . | quote }}
{{- end }}
{{- end -}}

{{/* The image of agent runs, or nothing when the runner has no block of its own. */}}
{{- define "agents.runnerImage" -}}
{{- if or .Values.runner.image.repository .Values.runner.image.tag -}}
{{- include "agents.image" (dict "image" .Values.runner.image "base" .Values.image) -}}
{{- end -}}
{{- end -}}

{{/*
What `imagePolicy.requireDigest` has against an image, or nothing. Takes what (its place in the values), image and base.
A digest names content of one repository: with a repository of its own, the component needs a digest of its own.
*/}}
{{- define "agents.digestProblem" -}}
{{- $digest := include "agents.imageField" (dict "image" .image "base" .base "field" "digest") -}}
{{- $repository := include "agents.imageField" (dict "image" .image "base" .base "field" "repository") -}}
{{- if not (regexMatch "^sha256:[0-9a-f]{64}$" $digest) -}}
imagePolicy.requireDigest is set, but {{ .what }} renders {{ include "agents.image" . | quote }} without a digest; set {{ .what }}.digest or image.digest to sha256:<64 hexadecimal digits>
{{- else if and (not .image.digest) (ne $repository (get .base "repository" | default "" | trim)) -}}
imagePolicy.requireDigest is set, but {{ .what }}.repository is {{ $repository | quote }} while its digest comes from image.digest, which belongs to {{ .base.repository | quote }}; set {{ .what }}.digest
{{- end -}}
{{- end -}}
