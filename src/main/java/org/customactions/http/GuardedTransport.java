package org.customactions.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;
import org.customactions.outbound.ConnectTime;

/** The transport of the JDK, with a {@link Door} for every server and an event loop of its own for the management. */
final class GuardedTransport extends JDKTransport {

    private static final int SMALLEST_READ = 512;
    private static final int FIRST_READ = 2 * 1024;

    /** What one read takes in at most, and so what a connection may hold that is not read any further. */
    private static final int LARGEST_READ = 8 * 1024;

    /** Else the kernel holds megabytes for each client that does not read. */
    private static final int KERNEL_BUFFER = 128 * 1024;

    private final UnsentBytes unsent = UnsentBytes.ofThisMachine();

    @Override
    public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory threadFactory, int ioRatio) {
        if (type != IO_EVENT_LOOP_GROUP) {
            return super.eventLoopGroup(type, threads, threadFactory, ioRatio);
        }
        var loops = new ServiceLoops(threads, threadFactory);
        loops.setIoRatio(ioRatio);
        return loops;
    }

    /** Clients' connections note when they were made, for who wants to know how long TLS took after it. */
    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return domainSocket ? super.channelFactory(true) : TimedChannel::new;
    }

    private static final class TimedChannel extends NioSocketChannel {

        @Override
        protected boolean doConnect(SocketAddress remote, SocketAddress local) throws Exception {
            var isConnected = super.doConnect(remote, local);
            if (isConnected) {
                ConnectTime.note(this);
            }
            return isConnected;
        }

        @Override
        protected void doFinishConnect() throws Exception {
            super.doFinishConnect();
            ConnectTime.note(this);
        }
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        bootstrap
                .childOption(
                        ChannelOption.RCVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(SMALLEST_READ, FIRST_READ, LARGEST_READ).maxMessagesPerRead(1))
                .childOption(ChannelOption.SO_SNDBUF, KERNEL_BUFFER)
                .childHandler(guarded(bootstrap.config().childHandler(), new Door(DoorLimits.configured(), unsent)));
    }

    private static ChannelHandler guarded(ChannelHandler server, Door door) {
        return new ChannelInitializer<Channel>() {

            @Override
            protected void initChannel(Channel connection) {
                connection.pipeline().addLast(server);
                door.guard(connection);
            }
        };
    }
}
