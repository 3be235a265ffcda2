package org.customactions.deployment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The monitoring that comes with production. */
final class Monitoring {

    private Monitoring() {}

    static List<Rule> alerts(Rendered rendered) {
        return rendered.one(PrometheusRule.class).getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    static Dashboard dashboard(Rendered rendered) throws IOException {
        var data = rendered.one(ConfigMap.class, rendered.name() + "-dashboard").getData();
        return StrictYaml.convert(
                StrictYaml.documents(data.get("custom-actions.json")).get(0), Dashboard.class);
    }

    static List<PrometheusQuery> queries(Rendered rendered) throws IOException {
        var ofAlerts = alerts(rendered).stream().map(alert -> alert.getExpr().getStrVal());
        var ofPanels = dashboard(rendered).panels().stream()
                .flatMap(panel -> panel.targets().stream())
                .map(Dashboard.Target::expr);
        return Stream.concat(ofAlerts, ofPanels).map(PrometheusQuery::new).toList();
    }
}
