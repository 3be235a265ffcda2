package org.customactions.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy in front of PostgreSQL, on a random port of the loopback interface, that counts SQL round trips and plays
 * outages. It counts every {@code Sync} and {@code Query} message before it forwards it, so the count is exact once the
 * client has its answer. Messages of all connections count, also those of a pool's housekeeping.
 */
public final class DatabaseProxy implements AutoCloseable {
    private final InetSocketAddress database;
    private final AtomicLong roundTrips = new AtomicLong();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final Gate gate = new Gate();
    private final Commits commits = new Commits();
    private final InetSocketAddress address;
    private ServerSocket listener;
    private volatile Thread acceptor;

    private DatabaseProxy(InetSocketAddress database) throws IOException {
        this.database = database;
        listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.address = (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** Starts a proxy in front of the database that listens at the given address. */
    public static DatabaseProxy start(String host, int port) {
        try {
            return new DatabaseProxy(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new UncheckedIOException("The database proxy did not start", e);
        }
    }

    public String host() {
        return address.getAddress().getHostAddress();
    }

    public int port() {
        return address.getPort();
    }

    /** Round trips since the proxy started. */
    public long roundTrips() {
        return roundTrips.get();
    }

    /** Runs the action and answers how many round trips passed meanwhile, on all connections together. */
    public long count(Runnable action) {
        long before = roundTrips();
        action.run();
        return roundTrips() - before;
    }

    /** How many connections are open through the proxy. */
    public int connections() {
        return connections.size();
    }

    /** The database is gone: closes every connection and refuses new ones, as a closed port does. */
    public void cut() {
        try {
            closeListener();
            // Until its thread has noticed, a closed socket still listens.
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database proxy closed its port", e);
        }
        connections.forEach(ProxiedConnection::close);
    }

    private synchronized void closeListener() throws IOException {
        listener.close();
    }

    /** The database hangs: connections are accepted and kept, but no byte passes in either direction. */
    public void stall() {
        gate.shut();
    }

    /** Transactions do their work, but from now on none of their COMMITs reaches the database. */
    public void holdCommits() {
        commits.holdCommands();
    }

    /** From the next COMMIT on, which is carried out, nobody gets an answer. */
    public void holdAnswersToCommits() {
        commits.holdAnswers();
    }

    /** How many COMMITs were held, or carried out without an answer, since that was asked for. */
    public int heldCommits() {
        return commits.held();
    }

    /**
     * The database is back after {@link #cut()}, {@link #stall()} and the like; bytes that were held pass on, those of
     * connections that were cut excepted.
     */
    public synchronized void restore() {
        gate.open();
        commits.release();
        if (listener.isClosed()) {
            try {
                listen(address);
            } catch (IOException e) {
                throw new UncheckedIOException("The database proxy cannot listen again", e);
            }
        }
    }

    @Override
    public void close() {
        cut();
        gate.open();
        commits.release();
    }

    /**
     * The port stays free while the proxy refuses connections. Keeping it by SO_REUSEPORT would let another build on
     * the same machine listen there too, and each get the other's connections.
     */
    private void listen(InetSocketAddress at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(at);
        listener = socket;
        acceptor = new Thread(() -> accept(socket), "database-proxy");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                open(socket, socket.accept());
            } catch (IOException e) {
                // Either the listener was closed, which ends the loop, or this one client has gone.
            }
        }
    }

    private synchronized void open(ServerSocket acceptedBy, Socket client) throws IOException {
        if (acceptedBy.isClosed()) {
            client.close();
            return;
        }
        ProxiedConnection connection =
                new ProxiedConnection(client, gate, commits, roundTrips::addAndGet, connections::remove);
        connections.add(connection);
        connection.start(database);
    }
}
