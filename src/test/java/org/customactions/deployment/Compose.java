package org.customactions.deployment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** A {@code compose.yaml}, as far as this one uses its fields. */
record Compose(String name, Map<String, Service> services, Map<String, Volume> volumes) {

    record Service(
            String image,
            Build build,
            @JsonProperty("depends_on") Map<String, Dependency> dependsOn,
            Map<String, String> environment,
            List<String> ports,
            @JsonProperty("mem_limit") String memoryLimit,
            @JsonProperty("stop_grace_period") String stopGracePeriod,
            @JsonProperty("read_only") boolean readOnly,
            List<String> tmpfs,
            @JsonProperty("cap_drop") List<String> droppedCapabilities,
            @JsonProperty("security_opt") List<String> securityOptions,
            List<String> volumes,
            HealthCheck healthcheck) {}

    record Build(String context, String dockerfile) {}

    record Dependency(String condition) {}

    record HealthCheck(List<String> test, String interval, String timeout, int retries) {}

    record Volume() {}
}
