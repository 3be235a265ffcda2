{{/* What the schema cannot say, or not in a sentence. */}}
{{- define "custom-actions.check" -}}
{{- $database := .Values.database -}}
{{- $identity := .Values.identity -}}
{{- if not .Values.image.repository -}}
{{- fail "Set image.repository to the place of your image, without a tag." -}}
{{- end -}}
{{- if not $database.host -}}
{{- fail "Set database.host to the host name of PostgreSQL." -}}
{{- end -}}
{{- if not $database.existingSecret -}}
{{- fail "Set database.existingSecret to the Secret with the credentials of the database." -}}
{{- end -}}
{{- if and $database.rootCertificate.existingSecret $database.rootCertificate.existingConfigMap -}}
{{- fail "Set only one of existingSecret and existingConfigMap in database.rootCertificate." -}}
{{- end -}}
{{- if and (include "custom-actions.has-root-certificate" .) (has $database.sslMode (list "" "disable" "prefer")) -}}
{{- fail "Set database.sslMode to verify-full or verify-ca: otherwise database.rootCertificate has no effect." -}}
{{- end -}}
{{- if and $identity.publicKeyLocation $identity.sharedSecret.existingSecret -}}
{{- fail "Set only one of identity.publicKeyLocation and identity.sharedSecret.existingSecret: tokens are verified with one kind of key." -}}
{{- end -}}
{{- if not (or $identity.publicKeyLocation $identity.sharedSecret.existingSecret) -}}
{{- fail "Set identity.publicKeyLocation or identity.sharedSecret.existingSecret: without a key no token can be verified." -}}
{{- end -}}
{{- if and $identity.cookie (not $identity.csrfCookie) -}}
{{- fail "Set identity.csrfCookie: identity.cookie needs it." -}}
{{- end -}}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.hostnames) -}}
{{- fail "Set httpRoute.hostnames: the route needs a host name." -}}
{{- end -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.host) -}}
{{- fail "Set ingress.host: the Ingress needs a host name." -}}
{{- end -}}
{{- if gt (int .Values.autoscaling.minReplicas) (int .Values.autoscaling.maxReplicas) -}}
{{- fail "Set autoscaling.maxReplicas to at least autoscaling.minReplicas." -}}
{{- end -}}
{{- with .Values.networkPolicy -}}
{{- if and .enabled (not .database.namespaces) (not .database.cidrs) -}}
{{- fail "Set networkPolicy.database.namespaces or networkPolicy.database.cidrs: otherwise no pod reaches PostgreSQL." -}}
{{- end -}}
{{- end -}}
{{- $own := include "custom-actions.own-settings" . | fromYaml -}}
{{- $credentials := list
  "DB_USERNAME"
  "DB_PASSWORD"
  "CUSTOM_ACTIONS_JWT_SECRET"
  "CUSTOM_ACTIONS_SECRETS_KEY"
  "CUSTOM_ACTIONS_SECRETS_PREVIOUS_KEYS" -}}
{{- range $name, $value := .Values.settings -}}
{{- if has $name $credentials -}}
{{- fail (printf "Take %s out of settings: credentials come from Secrets, see database, identity.sharedSecret and secretsKey." $name) -}}
{{- end -}}
{{- if hasKey $own $name -}}
{{- fail (printf "Take %s out of settings: it has a value of its own, in database or identity, or is fixed." $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
