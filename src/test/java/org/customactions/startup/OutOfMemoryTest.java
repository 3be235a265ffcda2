package org.customactions.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a process of its own, which ends. */
class OutOfMemoryTest {

    private static final int EXIT_CODE = 3;
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void shouldEndTheProcessIfMemoryOutsideTheHeapRunsOut() throws Exception {
        var process = start("fill");

        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isEqualTo(EXIT_CODE);
        assertThat(output)
                .contains("The service ends, because its memory ran out: ")
                .doesNotContain("goes on");
    }

    @Test
    void shouldNotEndForAnotherFailure() throws Exception {
        var process = start("fail");

        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(output).contains("goes on");
    }

    private static Process start(String what) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        java, "-XX:MaxDirectMemorySize=4m", "-cp", classPath, OutOfMemoryTest.class.getName(), what)
                .redirectErrorStream(true)
                .start();
    }

    public static void main(String... arguments) {
        try {
            if (arguments[0].equals("fail")) {
                throw new IllegalStateException("a failure", new IllegalArgumentException("its cause"));
            }
            fill();
        } catch (IllegalStateException | OutOfMemoryError e) {
            OutOfMemory.endIfCauseOf(new IllegalStateException("wrapped", e));
            System.out.println("It goes on");
        }
    }

    private static void fill() {
        List<ByteBuffer> held = new ArrayList<>();
        while (held.size() < 100) {
            held.add(ByteBuffer.allocateDirect(MEBIBYTE));
        }
    }
}
