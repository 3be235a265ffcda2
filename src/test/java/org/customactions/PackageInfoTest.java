package org.customactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackageInfoTest {

    @Test
    void shouldSayOfEveryPackageWhatLivesThere() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/customactions"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct())
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java")).isRegularFile());
        }
    }
}
