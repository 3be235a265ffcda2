package org.customactions.script.confinement;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The program by which the kernel judges each system call (seccomp, filter mode): one instruction, one line. */
final class SystemCallFilter {

    private static final int LOAD = 0x20;
    private static final int AND = 0x54;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL_PROCESS = 0x80000000;
    private static final int FAIL = 0x00050000;
    private static final int NOT_PERMITTED = 1;
    private static final int NO_SUCH_CALL = 38;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;

    /** Calls from here on belong to another way of calling the same kernel (x32). */
    private static final int X32 = 0x40000000;

    /** Tells a new thread from a new process. */
    private static final int CLONE_THREAD = 0x10000;

    static final int INSTRUCTION_BYTES = 8;

    private final List<long[]> instructions = new ArrayList<>();

    private SystemCallFilter() {}

    /**
     * The program's instructions.
     *
     * @param ownId the process, which may go on sending signals to its own threads
     */
    static byte[] of(Machine machine, int ownId) {
        var filter = new SystemCallFilter();
        filter.add(LOAD, 0, 0, ARCHITECTURE);
        filter.add(JUMP_IF_EQUAL, 1, 0, machine.auditArchitecture());
        filter.add(RETURN, 0, 0, KILL_PROCESS);
        filter.add(LOAD, 0, 0, NUMBER);
        filter.add(JUMP_IF_AT_LEAST, 0, 1, X32);
        filter.fail(NOT_PERMITTED);
        // Its flags cannot be seen from here. The C library then calls clone.
        filter.unless(SystemCall.CLONE3.number(machine), 1);
        filter.fail(NO_SUCH_CALL);
        filter.unless(SystemCall.CLONE.number(machine), 5);
        filter.add(LOAD, 0, 0, FIRST_ARGUMENT);
        filter.add(AND, 0, 0, CLONE_THREAD);
        filter.add(JUMP_IF_EQUAL, 1, 0, CLONE_THREAD);
        filter.fail(NOT_PERMITTED);
        filter.add(RETURN, 0, 0, ALLOW);
        filter.unless(SystemCall.TGKILL.number(machine), 4);
        filter.add(LOAD, 0, 0, FIRST_ARGUMENT);
        filter.add(JUMP_IF_EQUAL, 1, 0, ownId);
        filter.fail(NOT_PERMITTED);
        filter.add(RETURN, 0, 0, ALLOW);
        Arrays.stream(SystemCall.values())
                .filter(SystemCall::isTaken)
                .mapToInt(call -> call.number(machine))
                .filter(number -> number >= 0)
                .forEach(number -> {
                    filter.unless(number, 1);
                    filter.fail(NOT_PERMITTED);
                });
        filter.add(RETURN, 0, 0, ALLOW);
        return filter.bytes();
    }

    /** Goes on behind that many instructions unless the call is the one with the number. */
    private void unless(int number, int instructions) {
        add(JUMP_IF_EQUAL, 0, instructions, number);
    }

    private void fail(int error) {
        add(RETURN, 0, 0, FAIL | error);
    }

    private void add(int code, int ifTrue, int ifFalse, int value) {
        instructions.add(new long[] {code, ifTrue, ifFalse, value});
    }

    private byte[] bytes() {
        var bytes = ByteBuffer.allocate(instructions.size() * INSTRUCTION_BYTES).order(ByteOrder.nativeOrder());
        instructions.forEach(instruction -> bytes.putShort((short) instruction[0])
                .put((byte) instruction[1])
                .put((byte) instruction[2])
                .putInt((int) instruction[3]));
        return bytes.array();
    }
}
