package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TemplateLimitsTest {
    private static final List<String> HUNDRED = Collections.nCopies(100, "x");

    @Test
    void shouldStopAnOutputThatGrowsTooLong() {
        Template template = Template.compile("{{#list}}{{text}}{{/list}}", Escaping.XML);
        Map<String, Object> variables = Map.of("list", HUNDRED, "text", "\"".repeat(10_000));

        assertThatThrownBy(() -> template.render(variables, budget(() -> 0), Room.MOST))
                .isInstanceOf(RenderException.class)
                .hasMessage("The filled-in template becomes longer than 1,048,576 characters");
    }

    @Test
    void shouldWriteUpToTheLimit() {
        Template template = Template.compile("{{a}}{{a}}", Escaping.TEXT);

        assertThat(template.render(Map.of("a", "x".repeat(512 * 1024)))).hasSize(1024 * 1024);
    }

    @Test
    @Timeout(60)
    void shouldStopNestedLoopsThatWriteNothing() {
        Template template = Template.compile("{{#l}}".repeat(20) + "{{/l}}".repeat(20), Escaping.TEXT);

        assertThatThrownBy(() -> template.render(Map.of("l", HUNDRED), budget(() -> 0), Room.MOST))
                .isInstanceOf(RenderException.class)
                .hasMessage("The templates fill in more than 100,000 tags; loop over fewer values");
    }

    @Test
    void shouldStopWorkThatLeavesNoOutput() {
        Template template = Template.compile("{{#list}}{{text}}{{/list}}", Escaping.HEADER);
        Map<String, Object> variables = Map.of("list", HUNDRED, "text", "\u0001".repeat(100_000));

        assertThatThrownBy(() -> template.render(variables, budget(() -> 0), Room.MOST))
                .isInstanceOf(RenderException.class)
                .hasMessage("The templates work through more than 8,388,608 characters of values");
    }

    @Test
    void shouldStopWhenTheTimeIsUp() {
        Template template = Template.compile("{{#list}}{{.}}{{/list}}{{#list}}{{.}}{{/list}}".repeat(2), Escaping.TEXT);
        AtomicLong clock = new AtomicLong();
        RenderBudget budget =
                budget(() -> clock.getAndAdd(Duration.ofMillis(101).toNanos()));

        assertThatThrownBy(() -> template.render(Map.of("list", HUNDRED), budget, Room.MOST))
                .isInstanceOf(RenderException.class)
                .hasMessage("The templates take longer than 100 ms to fill in");
    }

    @Test
    void shouldCountTheTimeOfAllTemplatesTogether() {
        Template template = Template.compile("{{#list}}{{.}}{{/list}}".repeat(3), Escaping.TEXT);
        AtomicLong clock = new AtomicLong();
        RenderBudget budget = budget(() -> clock.getAndAdd(Duration.ofMillis(30).toNanos()));

        fillIn(template, budget);
        clock.addAndGet(Duration.ofHours(1).toNanos());
        fillIn(template, budget);

        assertThatThrownBy(() -> fillIn(template, budget))
                .isInstanceOf(RenderException.class)
                .hasMessage("The templates take longer than 100 ms to fill in");
    }

    @Test
    void shouldStopValuesThatTakeLongWithoutManyTags() {
        Template template = Template.compile("{{#list}}{{text}}{{/list}}", Escaping.HEADER);
        AtomicLong clock = new AtomicLong();
        RenderBudget budget =
                budget(() -> clock.getAndAdd(Duration.ofMillis(101).toNanos()));
        Map<String, Object> variables = Map.of("list", HUNDRED, "text", "\u0001".repeat(40_000));

        assertThatThrownBy(() -> template.render(variables, budget, Room.MOST))
                .isInstanceOf(RenderException.class)
                .hasMessage("The templates take longer than 100 ms to fill in");
    }

    @Test
    void shouldCountTheTagsAndValuesOfAllTemplatesTogether() {
        Template tags = Template.compile("{{#l}}{{#l}}{{#l}}{{/l}}{{/l}}{{/l}}", Escaping.TEXT);
        Template values = Template.compile("{{#l}}{{text}}{{/l}}", Escaping.HEADER);
        Map<String, Object> variables = Map.of("l", HUNDRED.subList(0, 30), "text", "\u0001".repeat(100_000));
        RenderBudget budget = budget(() -> 0);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 4; i++) {
                        tags.render(variables, budget, Room.MOST);
                    }
                })
                .hasMessage("The templates fill in more than 100,000 tags; loop over fewer values");
        RenderBudget other = budget(() -> 0);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 3; i++) {
                        values.render(variables, other, Room.MOST);
                    }
                })
                .hasMessage("The templates work through more than 8,388,608 characters of values");
    }

    @Test
    void shouldNotLetASlowClockStopASmallTemplate() {
        Template template = Template.compile("{{#list}}{{.}}{{/list}}", Escaping.TEXT);
        AtomicLong clock = new AtomicLong();

        String rendered = template.render(
                Map.of("list", HUNDRED),
                budget(() -> clock.getAndAdd(Duration.ofHours(1).toNanos())),
                Room.MOST);

        assertThat(rendered).hasSize(100);
    }

    @Test
    void shouldCountTheTimeOfTheProcessorOnly() {
        long before = ProcessorTime.nanos();

        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);

        assertThat(ProcessorTime.nanos() - before)
                .isBetween(0L, Duration.ofMillis(290).toNanos());
    }

    private static void fillIn(Template template, RenderBudget budget) {
        budget.spend(() -> template.render(Map.of("list", HUNDRED), budget, Room.MOST));
    }

    private static RenderBudget budget(LongSupplier nanoClock) {
        return new RenderBudget(100_000, nanoClock);
    }

    @Test
    @Timeout(60)
    void shouldCompileALongBodyOfManyLinesQuickly() {
        String source = "x\n".repeat(131_000) + "{{contact.name}}";

        Template template = Template.compile(source, Escaping.TEXT);

        assertThat(template.render(SampleVariables.forPreview())).hasSize(262_000 + "Ada Example".length());
    }

    @Test
    @Timeout(60)
    void shouldReadHostileSourcesInLinearTime() {
        for (String piece : List.of("{", "}", "{{", "}}", " ", "\\", "\r", "{{!}} ", "{{a}}\t", "{{a", "%")) {
            String source = piece.repeat(TemplateScanner.MAX_LENGTH / piece.length());
            for (Escaping escaping : Escaping.values()) {
                try {
                    assertThat(Template.compile(source, escaping).source()).isEqualTo(source);
                } catch (TemplateException e) {
                    assertThat(e.line()).isPositive();
                }
            }
        }
    }

    @Test
    void shouldReuseACompiledTemplate() {
        Template first = Template.compile("reused {{x}}", Escaping.JSON);

        assertThat(Template.compile("reused {{x}}", Escaping.JSON)).isSameAs(first);
        assertThat(Template.compile("reused {{x}}", Escaping.TEXT)).isNotSameAs(first);
    }

    @Test
    void shouldBoundTheCacheByTheLengthOfItsTemplates() {
        for (int i = 0; i < 400; i++) {
            Template.compile("x".repeat(100_000) + i, Escaping.TEXT);
        }
        Template.CACHE.cleanUp();

        long cached = Template.CACHE.asMap().keySet().stream()
                .mapToLong(key -> key.source().length())
                .sum();
        assertThat(cached).isPositive().isLessThanOrEqualTo(Template.MAX_CACHED);
    }
}
