package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;

/** What people see of the monitoring. */
class AlertTest {

    @Rendering.EachOfProduction
    void shouldSayWhatAnAlertMeansAndHowUrgentItIs(Rendering rendering) {
        var alerts = Monitoring.alerts(rendering.rendered());

        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getAlert()).startsWith("CustomActions");
            assertThat(alert.getLabels().get("severity")).isIn("critical", "warning");
            assertThat(alert.getAnnotations()).containsOnlyKeys("summary", "description");
            assertThat(alert.getAnnotations().values()).allMatch(text -> text.endsWith("."));
        });
        assertThat(alerts).extracting(Rule::getAlert).doesNotHaveDuplicates();
    }

    @Rendering.EachOfProduction
    void shouldShowPanelsThatDoNotOverlap(Rendering rendering) throws IOException {
        var panels = Monitoring.dashboard(rendering.rendered()).panels();

        assertThat(panels).extracting(Dashboard.Panel::id).doesNotHaveDuplicates();
        assertThat(panels)
                .allSatisfy(panel -> assertThat(panels)
                        .filteredOn(other -> other.gridPos().overlaps(panel.gridPos()))
                        .containsExactly(panel));
    }
}
