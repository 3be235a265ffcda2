package org.customactions.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.customactions.url.UrlForms;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Fills in the templates of a webhook as one click does: a URL, three headers and a body.
 *
 * <p>{@code ./mvnw -q -Pbench -DskipTests test-compile exec:exec -Dbench=RenderingBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class RenderingBenchmark {

    private static final UrlForms WEB = new UrlForms(List.of("http", "https"), false);
    private static final List<String> HEADERS =
            List.of("application/json", "Bearer 0123456789abcdef", "{{contact.id}} by {{user.email}}");
    private static final String BODY = """
            {"ticket":{"subject":"Call {{contact.name}} back","requester":{"name":"{{contact.name}}",
            "phone":"{{contact.phone_number}}"},"by":"{{user.name}} <{{user.email}}>","organization":"{{organization.name}}",
            "tags":{{contact.tags}},"order":{{contact.metadata.order.id}},"custom":{{contact.metadata}}}}
            """;
    private static final String LIST = "[{{#contact.metadata.items}}{\"sku\":\"{{sku}}\",\"n\":{{n}},\"by\":\"{{user.email}}\"},"
            + "{{/contact.metadata.items}}null]";
    private static final String URL = "https://crm.example.com/v1/contacts/{{contact.phone_number}}/tickets?by={{user.id}}";

    private final Map<String, Object> few = variables(0);
    private final Map<String, Object> hundred = variables(100);

    @Benchmark
    public int small() {
        var length = UrlTemplate.compile(URL, WEB).render(few).length();
        for (var header : HEADERS) {
            length += Template.compile(header, Escaping.HEADER).render(few).length();
        }
        return length + Template.compile(BODY, Escaping.JSON).render(few).length();
    }

    @Benchmark
    public int hundredItems() {
        return Template.compile(LIST, Escaping.JSON).render(hundred).length();
    }

    private static Map<String, Object> variables(int count) {
        var items = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            items.add(Map.of("sku", "A, \"" + i, "n", i));
        }
        var variables = new HashMap<>(SampleVariables.forPreview());
        var contact = new LinkedHashMap<>((Map<?, ?>) variables.get("contact"));
        var metadata = Map.of("order", Map.of("id", 1042, "open", true), "plan", "pro", "items", items);
        var all = new LinkedHashMap<String, Object>();
        contact.forEach((key, value) -> all.put((String) key, value));
        all.put("metadata", metadata);
        variables.put("contact", all);
        return variables;
    }
}
