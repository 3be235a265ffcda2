package org.customactions.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.customactions.support.PackagedService;

/** Connections of a client that means harm, by their bytes. */
final class Flood implements AutoCloseable {

    private static final int SMALL_BUFFER = 2_048;
    private static final int REFUSED_WITHIN_MILLIS = 1_000;

    private final InetSocketAddress service;
    private final List<SocketChannel> connections = new ArrayList<>();

    Flood(PackagedService service) {
        var url = URI.create(service.url());
        this.service = new InetSocketAddress(url.getHost(), url.getPort());
    }

    /** Opens connections that read nothing, and answers them. */
    List<SocketChannel> connect(int count) throws IOException {
        var opened = new ArrayList<SocketChannel>();
        for (int i = 0; i < count; i++) {
            var connection = SocketChannel.open();
            connections.add(connection);
            opened.add(connection);
            connection.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            connection.connect(service);
            connection.configureBlocking(false);
        }
        return opened;
    }

    /** Sends as much of this on each connection as the service takes, at once. */
    static void send(List<SocketChannel> connections, String request, int times) {
        var bytes = request.repeat(times).getBytes(StandardCharsets.ISO_8859_1);
        for (var connection : connections) {
            write(connection, ByteBuffer.wrap(bytes));
        }
    }

    /** Writes what goes without waiting; nothing to a connection that is closed. */
    static int write(SocketChannel connection, ByteBuffer bytes) {
        try {
            return connection.isOpen() ? connection.write(bytes) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Reads a byte from each that has one. */
    static void sip(List<SocketChannel> connections) {
        var sip = ByteBuffer.allocate(1);
        for (var connection : connections) {
            try {
                sip.clear();
                connection.read(sip);
            } catch (IOException e) {
                // The service has closed it.
            }
        }
    }

    /**
     * How many connections the service has not closed: those that take bytes twice, with time for a refusal between.
     */
    int open() throws InterruptedException {
        connections.forEach(Flood::takesByte);
        Thread.sleep(REFUSED_WITHIN_MILLIS);
        return (int) connections.stream().filter(Flood::takesByte).count();
    }

    private static boolean takesByte(SocketChannel connection) {
        try {
            connection.write(ByteBuffer.allocate(1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
