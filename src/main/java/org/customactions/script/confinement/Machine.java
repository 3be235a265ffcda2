package org.customactions.script.confinement;

import java.util.Optional;

/**
 * The kinds of processor whose system calls are known here.
 *
 * @param auditArchitecture number by which seccomp knows it
 */
enum Machine {
    X86_64(0xc000003e),
    AARCH64(0xc00000b7);

    private final int auditArchitecture;

    Machine(int auditArchitecture) {
        this.auditArchitecture = auditArchitecture;
    }

    int auditArchitecture() {
        return auditArchitecture;
    }

    /** This machine's; empty if it is another, or no Linux. */
    static Optional<Machine> current() {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return Optional.empty();
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}
