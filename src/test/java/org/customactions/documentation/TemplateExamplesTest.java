package org.customactions.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.customactions.api.JsonSetup;
import org.customactions.kind.PlainData;
import org.customactions.template.Escaping;
import org.customactions.template.Template;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the page on templates becomes what the page says. */
class TemplateExamplesTest {

    private static final Pattern PLACE = Pattern.compile("<!-- place: (\\w+) -->");
    private static final Pattern ROW = Pattern.compile("\\| `(.*)` \\| `(.*)` \\|");
    private static final String HEAD = "| Template | Becomes |";

    private record Example(String template, String becomes, Escaping escaping) {}

    @ParameterizedTest
    @MethodSource
    void shouldBecomeWhatThePageSays(Example examples) throws IOException {
        assertThat(Template.compile(examples.template(), examples.escaping()).render(variables()))
                .isEqualTo(examples.becomes());
    }

    static List<Example> shouldBecomeWhatThePageSays() throws IOException {
        var examples = new ArrayList<Example>();
        var place = Escaping.TEXT;
        var isTable = false;
        for (var line : page().lines().toList()) {
            var named = PLACE.matcher(line);
            if (named.matches()) {
                place = Escaping.valueOf(named.group(1));
            }
            var row = ROW.matcher(line);
            if (isTable && row.matches()) {
                examples.add(new Example(shown(row.group(1)), shown(row.group(2)), place));
            } else if (isTable && line.isEmpty()) {
                place = Escaping.TEXT;
                isTable = false;
            }
            isTable |= line.equals(HEAD);
        }
        assertThat(examples).hasSizeGreaterThan(45);
        return examples;
    }

    private static Map<String, Object> variables() throws IOException {
        var page = page();
        var start = page.indexOf("```json\n") + 8;
        var variables = new LinkedHashMap<String, Object>();
        JsonSetup.lenient()
                .readTree(page.substring(start, page.indexOf("```", start)))
                .properties()
                .forEach(root -> variables.put(root.getKey(), PlainData.of(root.getValue())));
        return variables;
    }

    /** A bar in a table is written with a backslash. */
    private static String shown(String cell) {
        return cell.replace("\\|", "|");
    }

    private static String page() throws IOException {
        return Files.readString(Page.DOCS.resolve("templates.md"));
    }
}
