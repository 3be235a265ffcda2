package org.customactions.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks the certificates of hosts with an underscore in their name against the name, which Java does for no such host:
 * by RFC 6125 section 6.4, with an asterisk for the whole first label only. Everything else is checked as usual.
 *
 * @param authorities that are trusted; those of the Java runtime unless given
 */
record HostTrust(Optional<TrustOptions> authorities) implements TrustOptions {

    private static final int DNS_NAME = 2;

    @Override
    public TrustOptions copy() {
        return this;
    }

    /** Reads files, so the HTTP client does it where nothing waits. */
    @Override
    public TrustManagerFactory getTrustManagerFactory(Vertx vertx) throws Exception {
        return checked(vertx).getTrustManagerFactory(vertx);
    }

    @Override
    public Function<String, TrustManager[]> trustManagerMapper(Vertx vertx) throws Exception {
        return checked(vertx).trustManagerMapper(vertx);
    }

    private TrustOptions checked(Vertx vertx) throws Exception {
        var usual = authorities.isPresent() ? authorities.get().getTrustManagerFactory(vertx) : ofRuntime();
        return TrustOptions.wrap(new Checking((X509ExtendedTrustManager) usual.getTrustManagers()[0]));
    }

    private static TrustManagerFactory ofRuntime() throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return factory;
    }

    private static boolean isFor(String host, X509Certificate certificate) throws CertificateException {
        var names = certificate.getSubjectAlternativeNames();
        return names != null
                && names.stream()
                        .filter(name -> name.get(0).equals(DNS_NAME))
                        .anyMatch(name -> isFor(host, ((String) name.get(1)).toLowerCase(Locale.ROOT)));
    }

    private static boolean isFor(String host, String name) {
        var first = host.indexOf('.');
        var isBelowTwoLabels = first > 0 && host.indexOf('.', first + 1) > 0;
        return name.equals(host) || isBelowTwoLabels && name.equals("*" + host.substring(first));
    }

    private static final class Checking extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager usual;

        Checking(X509ExtendedTrustManager usual) {
            this.usual = usual;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            if (!UnderscoredHosts.isUnderscored(engine.getPeerHost())) {
                usual.checkServerTrusted(chain, type, engine);
                return;
            }
            usual.checkServerTrusted(chain, type);
            if (!isFor(UnderscoredHosts.host(engine.getPeerHost()), chain[0])) {
                throw new CertificateException("The certificate is for another host");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            usual.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            usual.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            usual.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            usual.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            usual.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return usual.getAcceptedIssuers();
        }
    }
}
