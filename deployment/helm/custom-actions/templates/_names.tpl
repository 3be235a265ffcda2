{{/* Name of all objects. Short enough for what is put behind it. */}}
{{- define "custom-actions.name" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride -}}
{{- else if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* By which pods are found. Call it with a list: the root and the component. */}}
{{- define "custom-actions.selector" -}}
app.kubernetes.io/name: custom-actions
app.kubernetes.io/instance: {{ (first .).Release.Name }}
{{- with last . }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end -}}

{{- define "custom-actions.labels" -}}
{{ include "custom-actions.selector" . }}
app.kubernetes.io/version: {{ (first .).Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ (first .).Release.Service }}
helm.sh/chart: {{ printf "%s-%s" (first .).Chart.Name (first .).Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "custom-actions.image" -}}
{{- $image := .Values.image -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $image.repository $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $image.repository ($image.tag | default (printf "%s-%s" .Chart.AppVersion $image.kind)) -}}
{{- end -}}
{{- end -}}

{{/* With the release's names: alerts and dashboard are those of deployment/kubernetes, where the names are fixed. */}}
{{- define "custom-actions.renamed" -}}
{{- $name := include "custom-actions.name" (first .) -}}
{{- last .
  | replace "custom-actions-management" (printf "%s-management" $name)
  | replace "custom-actions-migration" (printf "%s-migration" $name)
  | replace "horizontalpodautoscaler=\"custom-actions\"" (printf "horizontalpodautoscaler=\"%s\"" $name)
  | replace "horizontalpodautoscaler=\\\"custom-actions\\\"" (printf "horizontalpodautoscaler=\\\"%s\\\"" $name) -}}
{{- end -}}

{{/* Deleted as soon as the migration is done, and before the next one if it failed. */}}
{{- define "custom-actions.hook" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: "-1"
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}
