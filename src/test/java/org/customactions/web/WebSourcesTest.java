package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Format, lint and unit tests of {@code src/main/web}: the tasks of {@code deno.jsonc}. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WebSourcesTest {

    @Test
    void shouldBeFormatted() throws IOException, InterruptedException {
        Deno.task("format:check");
    }

    @Test
    void shouldHaveNoLint() throws IOException, InterruptedException {
        Deno.task("lint");
    }

    @Test
    void shouldPassItsTests() throws IOException, InterruptedException {
        var report = Deno.task("test");

        assertThat(report).containsPattern("ok \\| [1-9]\\d* passed");
    }
}
