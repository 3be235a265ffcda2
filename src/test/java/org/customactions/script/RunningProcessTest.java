package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningProcessTest {

    @Test
    void shouldTellAProcessHowToReadItsPathOnlyIfThatHasLettersOfItsOwn() {
        var environment = new HashMap<>(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C.UTF-8", "DB_PASSWORD", "secret"));

        RunningProcess.reduce(environment, List.of("/opt/java", "-cp", "/home/müller/app.jar"));
        assertThat(environment).isEqualTo(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C.UTF-8"));

        RunningProcess.reduce(environment, List.of("/opt/java", "-cp", "/home/o'neil/my app.jar"));
        assertThat(environment).isEmpty();
    }
}
