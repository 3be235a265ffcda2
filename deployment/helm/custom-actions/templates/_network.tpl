{{/* Pods of namespaces, and networks. Call it with a list of both. */}}
{{- define "custom-actions.peers" -}}
{{- range first . }}
- namespaceSelector:
    matchLabels:
      # Set by the cluster, so that nobody can give it to their namespace.
      kubernetes.io/metadata.name: {{ . }}
{{- end }}
{{- range last . }}
- ipBlock:
    cidr: {{ . | quote }}
{{- end }}
{{- end -}}

{{/* What every pod reaches. */}}
{{- define "custom-actions.dns-and-database" -}}
{{- with .Values.networkPolicy.dns -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .namespace }}
      podSelector:
        matchLabels:
          {{- toYaml .podLabels | nindent 10 }}
    {{- with .cidrs }}
    {{- include "custom-actions.peers" (list list .) | trim | nindent 4 }}
    {{- end }}
  ports:
    - port: {{ .port }}
      protocol: UDP
    - port: {{ .port }}
      protocol: TCP
{{- end }}
{{- with .Values.networkPolicy.database }}
- to:
    {{- include "custom-actions.peers" (list .namespaces .cidrs) | trim | nindent 4 }}
  ports:
    - port: {{ $.Values.database.port }}
      protocol: TCP
{{- end }}
{{- end -}}

{{/* The internet, without what webhooks are refused in the service itself: the last rule of deployment/kubernetes. */}}
{{- define "custom-actions.internet" -}}
{{- $policy := .Files.Get "files/network-policy.yaml" | splitList "\n---\n" | first | fromYaml -}}
{{- $rule := last $policy.spec.egress -}}
{{- range $peer := $rule.to -}}
{{- range $network := $.Values.networkPolicy.except -}}
{{- if eq (contains ":" $network | ternary "2000::/3" "0.0.0.0/0") $peer.ipBlock.cidr -}}
{{- $_ := set $peer.ipBlock "except" (append $peer.ipBlock.except $network) -}}
{{- end -}}
{{- end -}}
{{- end -}}
- to:
    {{- toYaml $rule.to | nindent 4 }}
  ports:
    {{- range .Values.networkPolicy.webhookPorts }}
    - port: {{ . }}
      protocol: TCP
    {{- end }}
{{- end -}}
