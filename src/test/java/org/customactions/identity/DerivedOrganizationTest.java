package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** Who fills tables makes the UUIDs of organizations by the function in the documentation. */
class DerivedOrganizationTest {

    private static final Pattern FUNCTION =
            Pattern.compile("```sql\n(create function custom_actions_organization.*?)```", Pattern.DOTALL);

    @Test
    void shouldBeWhatTheDocumentedFunctionGives() throws IOException {
        var function = FUNCTION.matcher(Files.readString(Path.of("docs/callers.md")));
        assertThat(function.find()).isTrue();
        var database = TestDatabase.createDatabase();
        database.execute(function.group(1));

        for (var text : new String[] {"7", "org_9ybsU1dN2dKfDkBi", "Müller & Søns \ud83d\ude00", "a\\b'c"}) {
            assertThat(database.queryValue(UUID.class, "select custom_actions_organization(?)", text))
                    .isEqualTo(OrganizationId.parse(text).orElseThrow().uuid());
        }
    }
}
