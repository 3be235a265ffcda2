package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What people see of the monitoring. */
class AlertTest {

    @Test
    void shouldSayWhatAnAlertMeansAndHowUrgentItIs() {
        assertThat(Monitoring.alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.getAlert()).startsWith("CustomActions");
            assertThat(alert.getLabels().get("severity")).isIn("critical", "warning");
            assertThat(alert.getAnnotations()).containsOnlyKeys("summary", "description");
            assertThat(alert.getAnnotations().values()).allMatch(text -> text.endsWith("."));
        });
        assertThat(Monitoring.alerts()).extracting(Rule::getAlert).doesNotHaveDuplicates();
    }

    @Test
    void shouldShowPanelsThatDoNotOverlap() throws IOException {
        var panels = Monitoring.dashboard().panels();

        assertThat(panels).extracting(Dashboard.Panel::id).doesNotHaveDuplicates();
        assertThat(panels)
                .allSatisfy(panel -> assertThat(panels)
                        .filteredOn(other -> other.gridPos().overlaps(panel.gridPos()))
                        .containsExactly(panel));
    }
}
