package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusQueryTest {

    @Test
    void shouldTellMetricsFromFunctionsAndLabels() {
        var query = new PrometheusQuery(
                "sum by (a) (rate(b{c=\"d\", e=~\"f|g\"}[5m])) / on (h) max_over_time(i[1h]) > 0.5");

        assertThat(query.metrics()).containsExactly("b", "i");
        assertThat(query.values("e")).containsExactly("f", "g");
    }
}
