package org.customactions.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A DNS server on loopback (RFC 1035) whose answers a test scripts. */
public final class DnsServer implements AutoCloseable {

    private static final int A = 1;
    private static final int CNAME = 5;
    private static final int AAAA = 28;

    private final DatagramSocket socket;
    private final Map<String, Deque<Answer>> scripts = new ConcurrentHashMap<>();
    private final AtomicInteger queries = new AtomicInteger();

    /** The answer to a look-up: an optional CNAME, then addresses, then CNAMEs of other names; or silence. */
    record Answer(
            String alias, List<String> addresses, boolean silent, int timeToLive, Map<String, String> otherAliases) {

        private Answer(String alias, List<String> addresses, boolean silent) {
            this(alias, addresses, silent, 0, Map.of());
        }

        static Answer of(String... addresses) {
            return new Answer(null, List.of(addresses), false);
        }

        static Answer alias(String alias, String... addresses) {
            return new Answer(alias, List.of(addresses), false);
        }

        static Answer silence() {
            return new Answer(null, List.of(), true);
        }

        /** May be used again for this many seconds, none by default. */
        Answer lasting(int seconds) {
            return new Answer(alias, addresses, silent, seconds, otherAliases);
        }

        /** Also says of a name that nobody asked for what it is an alias of. */
        Answer sayingOf(String name, String otherAlias) {
            return new Answer(alias, addresses, silent, timeToLive, Map.of(name, otherAlias));
        }
    }

    public DnsServer() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
        Thread thread = new Thread(this::serve, "dns");
        thread.setDaemon(true);
        thread.start();
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Each look-up of IPv4 addresses takes the next answer; the last one stays. A name without a script is unknown. */
    DnsServer on(String name, Answer... answers) {
        scripts.put(name, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    /** Forgets all names and questions. */
    void reset() {
        scripts.clear();
        queries.set(0);
    }

    /** The number of questions for IPv4 addresses. */
    int queries() {
        return queries.get();
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                answer(ByteBuffer.wrap(buffer, 0, packet.getLength()).slice(), packet);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(ByteBuffer query, DatagramPacket packet) throws IOException {
        short id = query.getShort();
        query.position(12);
        StringBuilder name = new StringBuilder();
        for (int length = query.get(); length > 0; length = query.get()) {
            byte[] label = new byte[length];
            query.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        int type = query.getShort();
        query.getShort();
        byte[] question = new byte[query.position() - 12];
        query.get(12, question);
        Deque<Answer> script = scripts.get(name.toString());
        Answer answer = script == null ? null : script.peek();
        if (type == A) {
            queries.incrementAndGet();
            if (script != null && script.size() > 1) {
                script.pop();
            }
        }
        if (answer == null || !answer.silent()) {
            byte[] response = response(id, question, answer, type);
            socket.send(new DatagramPacket(response, response.length, packet.getSocketAddress()));
        }
    }

    private static byte[] response(short id, byte[] question, Answer answer, int type) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        int seconds = answer == null ? 0 : answer.timeToLive();
        int count = 0;
        byte[] owner = {(byte) 0xc0, 12};
        if (answer != null && answer.alias() != null) {
            byte[] target = encode(answer.alias());
            records.write(record(owner, CNAME, seconds, target));
            owner = target;
            count++;
        }
        for (String text : answer == null ? List.<String>of() : answer.addresses()) {
            byte[] address = InetAddress.getByName(text).getAddress();
            if (type == (address.length == 4 ? A : AAAA)) {
                records.write(record(owner, type, seconds, address));
                count++;
            }
        }
        for (var other : (answer == null ? Map.<String, String>of() : answer.otherAliases()).entrySet()) {
            records.write(record(encode(other.getKey()), CNAME, seconds, encode(other.getValue())));
            count++;
        }
        ByteBuffer head = ByteBuffer.allocate(12)
                .putShort(id)
                .putShort((short) (answer == null ? 0x8183 : 0x8180))
                .putShort((short) 1)
                .putShort((short) count);
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.write(head.array());
        response.write(question);
        records.writeTo(response);
        return response.toByteArray();
    }

    private static byte[] record(byte[] owner, int type, int seconds, byte[] data) {
        return ByteBuffer.allocate(owner.length + 10 + data.length)
                .put(owner)
                .putShort((short) type)
                .putShort((short) 1)
                .putInt(seconds)
                .putShort((short) data.length)
                .put(data)
                .array();
    }

    private static byte[] encode(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String label : name.split("\\.")) {
            bytes.write(label.length());
            bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(0);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
