package org.customactions.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue of unaccepted connections is full, so that one more connection is neither made nor refused. */
final class DeafPort implements AutoCloseable {

    private static final int MORE_THAN_THE_QUEUE_HOLDS = 4;

    private final ServerSocket server;
    private final List<SocketChannel> queued = new ArrayList<>();

    DeafPort(String address) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getByName(address));
        for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
            SocketChannel channel = SocketChannel.open();
            queued.add(channel);
            channel.configureBlocking(false);
            channel.connect(server.getLocalSocketAddress());
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : queued) {
            channel.close();
        }
        server.close();
    }
}
