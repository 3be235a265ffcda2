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
  {{- if .Values.database.credentialsFromFiles }}
  # The files belong to root and this group.
  fsGroup: 10001
  {{- end }}
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
- name: database-authorities
  mountPath: /etc/custom-actions/database
  readOnly: true
{{- end }}
{{- if .Values.database.credentialsFromFiles }}
- name: database-credentials
  mountPath: /run/secrets/database
  readOnly: true
{{- end }}
{{- range $name, $source := .Values.files }}
- name: files-{{ $name }}
  mountPath: /etc/custom-actions/files/{{ $name }}
  readOnly: true
{{- end }}
{{- end -}}

{{/* Call it with a list: the root and the name of the Secret with the credentials of the database. */}}
{{- define "custom-actions.volumes" -}}
{{- $values := (first .).Values -}}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
{{- if include "custom-actions.has-root-certificate" (first .) }}
- name: database-authorities
  {{- include "custom-actions.volume-source" $values.database.rootCertificate | nindent 2 }}
{{- end }}
{{- if $values.database.credentialsFromFiles }}
- name: database-credentials
  secret:
    secretName: {{ last . }}
    defaultMode: 0440
{{- end }}
{{- range $name, $source := $values.files }}
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

{{/* Call it with a list: the root and the name of the Secret. */}}
{{- define "custom-actions.database-credentials" -}}
{{- $database := (first .).Values.database -}}
{{- if not $database.credentialsFromFiles -}}
- name: DB_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ last . }}
      key: {{ $database.usernameKey }}
- name: DB_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ last . }}
      key: {{ $database.passwordKey }}
{{- end -}}
{{- end -}}

{{/* Of the service: for tokens and for secrets in the database. */}}
{{- define "custom-actions.keys" -}}
{{- with .Values.identity.sharedSecret }}
{{- if .existingSecret }}
- name: CUSTOM_ACTIONS_JWT_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .key }}
{{- end }}
{{- end }}
{{- with .Values.secretsKey }}
{{- if .existingSecret }}
# A pod without it does not start, rather than store secrets as they are.
- name: CUSTOM_ACTIONS_SECRETS_KEY
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .key }}
      {{- if .optional }}
      optional: true
      {{- end }}
- name: CUSTOM_ACTIONS_SECRETS_PREVIOUS_KEYS
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .previousKeysKey }}
      optional: true
{{- end }}
{{- end }}
{{- end -}}
