package org.customactions.execution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An upstream that accepts every connection and never answers. */
public final class SilentUpstream implements AutoCloseable {

    private static final int QUEUE = 200;

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public SilentUpstream() throws IOException {
        server = new ServerSocket(0, QUEUE, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "silent-upstream");
        thread.setDaemon(true);
        thread.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/".formatted(server.getLocalPort());
    }

    /** How many calls there were: a connection that was never answered is used for no second one. */
    public int calls() {
        return connections.size();
    }

    /** Whether the first call's connection is closed by the caller within the time. */
    boolean isHungUpWithin(Duration time) throws IOException {
        Socket first = connections.get(0);
        first.setSoTimeout((int) time.toMillis());
        try {
            first.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
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
                connections.add(server.accept());
            } catch (IOException e) {
                return; // closed
            }
        }
    }
}
