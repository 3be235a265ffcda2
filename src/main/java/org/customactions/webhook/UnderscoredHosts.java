package org.customactions.webhook;

import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.spi.tls.DefaultSslContextFactory;
import io.vertx.core.spi.tls.SslContextFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.StandardConstants;

/**
 * Tells servers of TLS the name of a host that has an underscore (SNI), which Java takes for no host name. A name
 * without dots is told to nobody, as always. {@link HostTrust} checks the certificates of such hosts.
 */
final class UnderscoredHosts extends JdkSSLEngineOptions {

    /** No host name has it. A name without dots is nothing that Java looks at. */
    private static final char DOT = '!';

    UnderscoredHosts() {}

    private UnderscoredHosts(UnderscoredHosts other) {
        super(other);
    }

    /** What the HTTP client is told that the other side of a TLS connection is. */
    static String peer(String host) {
        return isUnderscored(host) ? host.replace('.', DOT) : host;
    }

    /** Whether Java takes the other side for no host. */
    static boolean isUnderscored(String peer) {
        return peer != null && peer.indexOf('_') >= 0;
    }

    /** The host that the other side is. */
    static String host(String peer) {
        return peer.replace(DOT, '.');
    }

    @Override
    public JdkSSLEngineOptions copy() {
        return new UnderscoredHosts(this);
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return new DefaultSslContextFactory(SslProvider.JDK, false) {

            @Override
            public SslContext create() throws SSLException {
                return new Naming(super.create());
            }
        };
    }

    /** What {@link javax.net.ssl.SNIHostName} would refuse. */
    private static final class Name extends SNIServerName {

        Name(byte[] host) {
            super(StandardConstants.SNI_HOST_NAME, host);
        }
    }

    private static final class Naming extends DelegatingSslContext {

        Naming(SslContext context) {
            super(context);
        }

        @Override
        protected void initEngine(SSLEngine engine) {
            var peer = engine.getPeerHost();
            if (isUnderscored(peer) && peer.indexOf(DOT) >= 0) {
                var parameters = engine.getSSLParameters();
                parameters.setServerNames(List.of(new Name(host(peer).getBytes(StandardCharsets.US_ASCII))));
                engine.setSSLParameters(parameters);
            }
        }
    }
}
