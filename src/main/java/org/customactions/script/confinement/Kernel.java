package org.customactions.script.confinement;

import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.Optional;

/**
 * Calls the kernel through Java's foreign functions, which Java 22 was the first to have. They are found by reflection,
 * since this is compiled for Java 17.
 */
final class Kernel {

    /** The most arguments that a call needs here. */
    private static final int ARGUMENTS = 5;

    private static final int FIRST_JAVA = 22;

    private final Machine machine;
    private final MethodHandle call;
    private final Object memory;
    private final Class<?> memoryType;

    private Kernel(Machine machine) throws ReflectiveOperationException {
        this.machine = machine;
        this.memoryType = Class.forName("java.lang.foreign.Arena");
        this.memory = memoryType.getMethod("global").invoke(null);
        this.call = link();
    }

    /** False on an older Java, and on a machine that is not known here. */
    static boolean isKnown() {
        return Runtime.version().feature() >= FIRST_JAVA && Machine.current().isPresent();
    }

    static Kernel here() {
        try {
            return new Kernel(Machine.current().orElseThrow());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Java's foreign functions are not as they should be", e);
        }
    }

    Machine machine() {
        return machine;
    }

    /** What the call returns; -1 if it failed. */
    long call(SystemCall systemCall, long... arguments) {
        var all = new Object[ARGUMENTS + 1];
        all[0] = (long) systemCall.number(machine);
        for (int i = 0; i < ARGUMENTS; i++) {
            all[i + 1] = i < arguments.length ? arguments[i] : 0L;
        }
        try {
            return (long) call.invokeWithArguments(all);
        } catch (Throwable e) {
            throw new IllegalStateException("The kernel could not be called", e);
        }
    }

    /** The address of a copy outside the heap, which stays. */
    long copy(byte[] bytes) {
        try {
            var segment =
                    memoryType.getMethod("allocate", long.class, long.class).invoke(memory, bytes.length, 8L);
            var segmentType = Class.forName("java.lang.foreign.MemorySegment");
            ((ByteBuffer) segmentType.getMethod("asByteBuffer").invoke(segment)).put(bytes);
            return (long) segmentType.getMethod("address").invoke(segment);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of numbers one after the other, each of eight bytes. */
    long copy(long... numbers) {
        var bytes = ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.nativeOrder());
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return copy(bytes.array());
    }

    private static MethodHandle link() throws ReflectiveOperationException {
        var linkerType = Class.forName("java.lang.foreign.Linker");
        var lookupType = Class.forName("java.lang.foreign.SymbolLookup");
        var layoutType = Class.forName("java.lang.foreign.MemoryLayout");
        var descriptorType = Class.forName("java.lang.foreign.FunctionDescriptor");
        var optionsType = Class.forName("[Ljava.lang.foreign.Linker$Option;");
        var linker = linkerType.getMethod("nativeLinker").invoke(null);
        var functions = linkerType.getMethod("defaultLookup").invoke(linker);
        var function = ((Optional<?>) lookupType.getMethod("find", String.class).invoke(functions, "syscall")).get();
        var number = Class.forName("java.lang.foreign.ValueLayout")
                .getField("JAVA_LONG")
                .get(null);
        var numbers = Collections.nCopies(ARGUMENTS + 1, number)
                .toArray((Object[]) java.lang.reflect.Array.newInstance(layoutType, 0));
        var descriptor =
                descriptorType.getMethod("of", layoutType, numbers.getClass()).invoke(null, number, numbers);
        return (MethodHandle) linkerType
                .getMethod(
                        "downcallHandle", Class.forName("java.lang.foreign.MemorySegment"), descriptorType, optionsType)
                .invoke(
                        linker,
                        function,
                        descriptor,
                        java.lang.reflect.Array.newInstance(optionsType.getComponentType(), 0));
    }
}
