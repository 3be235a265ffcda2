{{/* A value as text, none for null: Helm reads numbers as floating ones and would write a million as 1e+06. */}}
{{- define "custom-actions.text" -}}
{{- if kindIs "invalid" . -}}
{{- else if kindIs "slice" . -}}
{{- join "," . -}}
{{- else if and (kindIs "float64" .) (eq (floor .) .) -}}
{{- int64 . -}}
{{- else -}}
{{- . -}}
{{- end -}}
{{- end -}}

{{/* The settings that have a value of their own, empty ones included. */}}
{{- define "custom-actions.own-settings" -}}
{{- $identity := .Values.identity -}}
{{- $database := .Values.database -}}
{{- $own := dict
  "DB_HOST" $database.host
  "DB_PORT" $database.port
  "DB_NAME" $database.name
  "DB_SCHEMA" $database.schema
  "DB_SSLMODE" $database.sslMode
  "DB_SSLROOTCERT" ""
  "DB_USERNAME_FILE" ""
  "DB_PASSWORD_FILE" ""
  "CUSTOM_ACTIONS_DATABASE_MIGRATE_AT_START" "false"
  "MP_JWT_VERIFY_PUBLICKEY_LOCATION" $identity.publicKeyLocation
  "MP_JWT_VERIFY_ISSUER" $identity.issuer
  "MP_JWT_VERIFY_AUDIENCES" $identity.audiences
  "CUSTOM_ACTIONS_IDENTITY_MANAGER_ROLES" $identity.managerRoles
  "CUSTOM_ACTIONS_IDENTITY_COOKIE" $identity.cookie
  "CUSTOM_ACTIONS_IDENTITY_CSRF_COOKIE" $identity.csrfCookie
  "CUSTOM_ACTIONS_IDENTITY_CSRF_HEADER" $identity.csrfHeader
  "CUSTOM_ACTIONS_IDENTITY_ORGANIZATION_HEADER" $identity.organizationHeader -}}
{{- if include "custom-actions.has-root-certificate" . -}}
{{- $_ := set $own "DB_SSLROOTCERT" (printf "/etc/custom-actions/database/%s" $database.rootCertificate.key) -}}
{{- end -}}
{{- if $database.credentialsFromFiles -}}
{{- $_ := set $own "DB_USERNAME_FILE" (printf "/run/secrets/database/%s" $database.usernameKey) -}}
{{- $_ := set $own "DB_PASSWORD_FILE" (printf "/run/secrets/database/%s" $database.passwordKey) -}}
{{- end -}}
{{- range $claim, $path := $identity.claims -}}
{{- $_ := set $own (printf "CUSTOM_ACTIONS_IDENTITY_CLAIMS_%s" ($claim | snakecase | upper)) $path -}}
{{- end -}}
{{- toYaml $own -}}
{{- end -}}

{{/* All settings but credentials, as a ConfigMap has them. An empty one is not set. */}}
{{- define "custom-actions.settings" -}}
{{- $settings := dict -}}
{{- range $name, $value := merge (include "custom-actions.own-settings" . | fromYaml) .Values.settings -}}
{{- $text := include "custom-actions.text" $value -}}
{{- if $text -}}
{{- $_ := set $settings $name $text -}}
{{- end -}}
{{- end -}}
{{- toYaml $settings -}}
{{- end -}}
