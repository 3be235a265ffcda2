package org.customactions.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActionKindsQuarkusTest {

    @Inject
    @All
    List<ActionKind<?>> kinds;

    @Test
    void shouldHaveExactlyOneKindForEachType() {
        assertThat(kinds).extracting(kind -> (Object) kind.type()).containsExactlyInAnyOrder((Object[])
                ActionType.values());
    }

    @Test
    void shouldHaveAConfigOfItsOwnForEachKind() {
        assertThat(kinds).extracting(kind -> (Object) kind.configType()).doesNotHaveDuplicates();
    }
}
