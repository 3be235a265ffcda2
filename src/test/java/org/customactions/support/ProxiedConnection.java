package org.customactions.support;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** One client's connection through a {@link DatabaseProxy}: a daemon thread for each direction. */
final class ProxiedConnection {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final Socket client;
    private final Socket server = new Socket();
    private final Gate gate;
    private final Commits commits;
    private final IntConsumer roundTrips;
    private final Consumer<ProxiedConnection> onClose;
    private final AtomicInteger openDirections = new AtomicInteger(2);

    ProxiedConnection(
            Socket client, Gate gate, Commits commits, IntConsumer roundTrips, Consumer<ProxiedConnection> onClose) {
        this.client = client;
        this.gate = gate;
        this.commits = commits;
        this.roundTrips = roundTrips;
        this.onClose = onClose;
    }

    void start(InetSocketAddress database) {
        FrontendMessages messages = new FrontendMessages();
        run("to-database", () -> {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(database, CONNECT_TIMEOUT_MILLIS);
            run("to-client", () -> copy(server, client, (bytes, length) -> commits.passToClient()));
            copy(client, server, (bytes, length) -> {
                commits.passToDatabase(bytes, length);
                roundTrips.accept(messages.read(bytes, length));
            });
        });
    }

    void close() {
        closeQuietly(client);
        closeQuietly(server);
        onClose.accept(this);
    }

    private void run(String name, Direction direction) {
        Thread thread = new Thread(
                () -> {
                    try {
                        direction.copy();
                    } catch (IOException e) {
                        // A reset, a cut or an unreachable database: the other end sees its connection close.
                        close();
                    }
                },
                "database-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void copy(Socket from, Socket to, Checkpoint checkpoint) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int length;
        while ((length = from.getInputStream().read(buffer)) >= 0) {
            int read = length;
            await(() -> {
                gate.pass();
                checkpoint.pass(buffer, read);
            });
            to.getOutputStream().write(buffer, 0, length);
        }
        await(gate::pass);
        // Only this direction has ended: the rest of an answer may still be on its way back.
        to.shutdownOutput();
        if (openDirections.decrementAndGet() == 0) {
            close();
        }
    }

    private void await(Barrier barrier) throws IOException {
        try {
            barrier.pass();
            if (client.isClosed()) {
                throw new EOFException("The connection was cut while its bytes were held");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left to do for a socket that does not even close.
        }
    }

    private interface Direction {
        void copy() throws IOException;
    }

    private interface Barrier {
        void pass() throws IOException, InterruptedException;
    }

    private interface Checkpoint {
        void pass(byte[] bytes, int length) throws IOException, InterruptedException;
    }
}
