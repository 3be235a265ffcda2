{{- define "custom-actions.service-account" -}}
{{- if .Values.serviceAccount.create -}}
{{- include "custom-actions.name" . -}}
{{- else -}}
{{- .Values.serviceAccount.name | default "default" -}}
{{- end -}}
{{- end -}}

{{/* What all pods have in common. */}}
{{- define "custom-actions.pod" -}}
automountServiceAccountToken: false
# Would set variables such as CUSTOM_ACTIONS_SERVICE_HOST, which are no settings of this service.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}

{{- define "custom-actions.container" -}}
image: {{ include "custom-actions.image" . | quote }}
{{- with .Values.image.pullPolicy }}
imagePullPolicy: {{ . }}
{{- end }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL
{{- end -}}

{{/* true, or nothing. */}}
{{- define "custom-actions.has-root-certificate" -}}
{{- if or .Values.database.rootCertificate.existingSecret .Values.database.rootCertificate.existingConfigMap -}}
true
{{- end -}}
{{- end -}}

{{- define "custom-actions.mounts" -}}
- name: tmp
  mountPath: /tmp
{{- if include "custom-actions.has-root-certificate" . }}
- name: database
  mountPath: /etc/custom-actions/database
  readOnly: true
{{- end }}
{{- range $name, $source := .Values.files }}
- name: files-{{ $name }}
  mountPath: /etc/custom-actions/files/{{ $name }}
  readOnly: true
{{- end }}
{{- end -}}

{{- define "custom-actions.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
{{- if include "custom-actions.has-root-certificate" . }}
- name: database
  {{- include "custom-actions.volume-source" .Values.database.rootCertificate | nindent 2 }}
{{- end }}
{{- range $name, $source := .Values.files }}
- name: files-{{ $name }}
  {{- include "custom-actions.volume-source" $source | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "custom-actions.volume-source" -}}
{{- if .existingSecret -}}
secret:
  secretName: {{ .existingSecret }}
{{- else -}}
configMap:
  name: {{ .existingConfigMap }}
{{- end -}}
{{- end -}}
