package org.customactions.execution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An upstream that greets every connection with what is neither HTTP nor TLS, and then keeps it open. */
final class GarbledUpstream implements AutoCloseable {

    private static final byte[] GREETING = "no such protocol\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    GarbledUpstream() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "garbled-upstream");
        thread.setDaemon(true);
        thread.start();
    }

    String url(String scheme) {
        return "%s://127.0.0.1:%d/".formatted(scheme, server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                connection.getOutputStream().write(GREETING);
            } catch (IOException e) {
                // Either the upstream was closed, which ends the loop, or this one caller has gone.
            }
        }
    }
}
