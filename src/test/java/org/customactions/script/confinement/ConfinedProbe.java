package org.customactions.script.confinement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Tries what a script process has no use for, and prints what it could do. Started behind {@link Confinement}. */
public final class ConfinedProbe {

    private ConfinedProbe() {}

    public static void main(String... arguments) {
        var parent = arguments[0];
        var secret = Path.of(arguments[1]);
        System.out.println("confined by " + System.getProperty(Confinement.PROPERTY));
        attempt("connect", () -> new Socket("127.0.0.1", Integer.parseInt(arguments[2])));
        attempt("listen", () -> new ServerSocket(0));
        attempt("datagram", () -> DatagramChannel.open());
        attempt("unix socket", () -> SocketChannel.open(StandardProtocolFamily.UNIX));
        attempt("read environment", () -> Files.readString(Path.of("/proc", parent, "environ")));
        attempt("read memory", () -> Files.newByteChannel(Path.of("/proc", parent, "mem")));
        attempt("read command", () -> Files.readString(Path.of("/proc", parent, "cmdline")));
        attempt("read file", () -> Files.readString(secret));
        attempt("list folder", () -> Files.list(secret.getParent()).toList());
        attempt("write file", () -> Files.writeString(secret, "other"));
        attempt("execute", () -> new ProcessBuilder("/bin/true").start());
        attempt("kill", () -> {
            if (!ProcessHandle.of(Long.parseLong(parent)).orElseThrow().destroy()) {
                throw new IllegalStateException();
            }
            return true;
        });
        attempt(
                "read from a thread",
                () -> CompletableFuture.supplyAsync(() -> read(secret), ConfinedProbe::start)
                        .get());
        System.out.println("end");
    }

    private static void start(Runnable task) {
        new Thread(task).start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void attempt(String what, Callable<?> attempt) {
        try {
            attempt.call();
            System.out.println("could " + what);
        } catch (Exception | LinkageError e) {
            System.out.println("could not " + what);
        }
    }
}
