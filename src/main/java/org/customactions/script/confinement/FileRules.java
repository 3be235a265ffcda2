package org.customactions.script.confinement;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Landlock's rules: what may be read is named, and nothing else of files, sockets and other processes may be touched.
 * Who is under them can neither trace a process that is not, nor read its memory or environment.
 */
final class FileRules {

    private static final long EXECUTE = 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_FOLDER = 1 << 3;

    /** Every right over files of each version of Landlock, the first version first. */
    private static final long[] RIGHTS = {0x1fff, 0x3fff, 0x7fff, 0x7fff, 0xffff};

    private static final int WITH_NETWORK = 4;
    private static final long BIND_AND_CONNECT = 3;
    private static final int WITH_SCOPES = 6;
    private static final long SOCKETS_AND_SIGNALS = 3;

    private static final long VERSION = 1;
    private static final long BENEATH_PATH = 1;
    private static final long CURRENT_FOLDER = -100;
    private static final long PATH_ONLY_AND_CLOSED_ON_EXECUTE = 0x200000 | 0x80000;

    private final Kernel kernel;
    private final long version;

    FileRules(Kernel kernel) {
        this.kernel = kernel;
        this.version = kernel.call(SystemCall.LANDLOCK_CREATE_RULESET, 0, 0, VERSION);
    }

    /** Whether the kernel has Landlock and has it switched on. */
    boolean areKnown() {
        return version > 0;
    }

    /** Puts the calling thread, what it starts and what it becomes under the rules. */
    void apply(List<Path> readable) {
        var rules = create();
        readable.forEach(path -> allow(rules, path));
        Confinement.require(
                kernel.call(SystemCall.LANDLOCK_RESTRICT_SELF, rules, 0) == 0, "Landlock refused its rules");
    }

    private long create() {
        var rights = RIGHTS[(int) Math.min(version, RIGHTS.length) - 1];
        var attributes = kernel.copy(
                rights,
                version >= WITH_NETWORK ? BIND_AND_CONNECT : 0,
                version >= WITH_SCOPES ? SOCKETS_AND_SIGNALS : 0);
        // An older kernel knows fewer of them.
        var known = version >= WITH_SCOPES ? 3 : version >= WITH_NETWORK ? 2 : 1;
        var rules = kernel.call(SystemCall.LANDLOCK_CREATE_RULESET, attributes, known * Long.BYTES, 0);
        Confinement.require(rules >= 0, "Landlock refused to begin");
        return rules;
    }

    private void allow(long rules, Path path) {
        var name = (path + "\0").getBytes(StandardCharsets.UTF_8);
        var opened =
                kernel.call(SystemCall.OPENAT, CURRENT_FOLDER, kernel.copy(name), PATH_ONLY_AND_CLOSED_ON_EXECUTE, 0);
        if (opened < 0) {
            // What is missing need not be allowed.
            return;
        }
        var rights = READ_FILE | EXECUTE | (Files.isDirectory(path) ? READ_FOLDER : 0);
        var rule = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(rights)
                .putInt((int) opened);
        var added = kernel.call(SystemCall.LANDLOCK_ADD_RULE, rules, BENEATH_PATH, kernel.copy(rule.array()), 0);
        Confinement.require(added == 0, "Landlock refused a rule");
    }
}
