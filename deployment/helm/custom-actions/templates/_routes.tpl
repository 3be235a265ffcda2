{{/* A prefix matches whole path elements: /api/contacts and /api/contacts/…, not /api/contacts-of-others. All else on port
8080, such as /q/openapi, has no route. /embed is what other pages load, /console the managers' page, /assets the files of
both. */}}
{{- define "custom-actions.paths" -}}
- /api/custom-actions
- /api/contacts
- /api/secrets
- /embed
- /console
- /assets
{{- end -}}
