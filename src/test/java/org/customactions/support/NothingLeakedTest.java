package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * No secret is in anything that the service wrote while the tests before this one ran: logs, also those of packaged
 * services, spans, metrics, history, errors, the description of the API. Runs last, see {@link TestClassOrder}; that it
 * would find a leak is shown by {@link LeaksTest} and {@code WrittenQuarkusTest}.
 */
@Order(Integer.MAX_VALUE)
@Full
class NothingLeakedTest {

    @Test
    void shouldHaveWrittenNoSecret() {
        var written = Written.directory();
        assumeThat(written)
                .as("Nothing was written: no test of the service ran before this one")
                .isNotEmptyDirectory();

        var leaks = new Leaks(Written.knownTokens()).in(written);

        assertThat(leaks).as("secrets below " + written).isEmpty();
    }
}
