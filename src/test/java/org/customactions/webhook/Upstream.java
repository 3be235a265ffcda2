package org.customactions.webhook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A programmable HTTP/1.1 upstream on a loopback address that speaks bytes, so that it can misbehave. */
final class Upstream implements AutoCloseable {

    /** What the upstream does with a connection; it is closed afterwards. */
    interface Behaviour {
        void serve(Connection connection) throws IOException;
    }

    /** One request as received. */
    record Request(String head, byte[] body) {
        String line() {
            return head.substring(0, head.indexOf("\r\n"));
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "upstream");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    private Upstream(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
        threads.execute(this::accept);
    }

    static Upstream on(String address, int port, ServerSocketFactory sockets, Behaviour behaviour) throws IOException {
        return new Upstream(sockets.createServerSocket(port, 50, InetAddress.getByName(address)), behaviour);
    }

    static Upstream on(String address, Behaviour behaviour) throws IOException {
        return on(address, 0, ServerSocketFactory.getDefault(), behaviour);
    }

    static Upstream that(Behaviour behaviour) throws IOException {
        return on("127.0.0.2", behaviour);
    }

    /** Answers every request of a kept-alive connection with these bytes. */
    static Behaviour answering(String response) {
        return connection -> {
            while (connection.read() != null) {
                connection.write(response);
            }
        };
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** The number of connections that either side has ended. */
    int closed() {
        return closed.get();
    }

    List<Request> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                threads.execute(() -> serve(new Connection(socket, connections.incrementAndGet())));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Connection connection) {
        try (connection.socket) {
            behaviour.serve(connection);
        } catch (IOException e) {
            // The client went away; many tests are about that.
        } finally {
            closed.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    /** One connection of a client. */
    final class Connection {

        private final Socket socket;
        private final int number;
        private InputStream in;

        private Connection(Socket socket, int number) {
            this.socket = socket;
            this.number = number;
        }

        /** 1 for the first connection to this upstream. */
        int number() {
            return number;
        }

        Socket socket() {
            return socket;
        }

        /** The next request with its body, or null at the end of the connection. */
        Request read() throws IOException {
            String head = readHead();
            if (head == null) {
                return null;
            }
            String length = new Request(head, new byte[0]).header("Content-Length");
            Request request = new Request(head, in.readNBytes(length == null ? 0 : Integer.parseInt(length)));
            requests.add(request);
            return request;
        }

        /** Hands on whatever comes from either side, as a proxy does after {@code CONNECT}. */
        void tunnelTo(String host, int port) throws IOException {
            read();
            try (Socket there = new Socket(host, port)) {
                write("HTTP/1.1 200 Connection established\r\n\r\n");
                Thread back = new Thread(() -> {
                    try {
                        there.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException e) {
                        // One of both has gone.
                    }
                });
                back.setDaemon(true);
                back.start();
                socket.getInputStream().transferTo(there.getOutputStream());
            }
        }

        /** Up to the empty line, leaving the body unread; null at the end of the connection. */
        String readHead() throws IOException {
            if (in == null) {
                in = new BufferedInputStream(socket.getInputStream());
            }
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return null;
                }
                head.write(next);
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Ends the connection with a TCP reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Does nothing until the test says so. */
        void await(CountDownLatch latch) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }

        /** Waits until the client has closed the connection, and counts the bytes that came until then. */
        long awaitClose() throws IOException {
            return (in == null ? socket.getInputStream() : in).transferTo(OutputStream.nullOutputStream());
        }
    }
}
