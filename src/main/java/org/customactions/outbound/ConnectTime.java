package org.customactions.outbound;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;

/** When a connection was made, before anything such as TLS begins on it. */
public final class ConnectTime {

    private static final AttributeKey<Long> AT = AttributeKey.valueOf(ConnectTime.class, "at");

    private ConnectTime() {}

    /** Notes that the connection has just been made. */
    public static void note(Channel channel) {
        channel.attr(AT).set(System.nanoTime());
    }

    /** Nanoseconds since the connection was made; 0 if that was not noted. */
    public static long sinceConnected(Channel channel) {
        var at = channel.attr(AT).get();
        return at == null ? 0 : System.nanoTime() - at;
    }
}
