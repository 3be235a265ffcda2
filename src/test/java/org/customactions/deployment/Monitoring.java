package org.customactions.deployment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The monitoring that comes with production. */
final class Monitoring {

    static final String OVERLAY = "production-native";

    private Monitoring() {}

    static List<Rule> alerts() {
        return Rendered.overlay(OVERLAY).one(PrometheusRule.class).getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    static Dashboard dashboard() throws IOException {
        var data = Rendered.overlay(OVERLAY)
                .one(ConfigMap.class, "custom-actions-dashboard")
                .getData();
        return StrictYaml.convert(
                StrictYaml.documents(data.get("custom-actions.json")).get(0), Dashboard.class);
    }

    static List<PrometheusQuery> queries() throws IOException {
        var ofAlerts = alerts().stream().map(alert -> alert.getExpr().getStrVal());
        var ofPanels = dashboard().panels().stream()
                .flatMap(panel -> panel.targets().stream())
                .map(Dashboard.Target::expr);
        return Stream.concat(ofAlerts, ofPanels).map(PrometheusQuery::new).toList();
    }
}
