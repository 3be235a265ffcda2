package org.customactions.http;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.CipherSuiteFilter;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextOption;
import io.netty.handler.ssl.SslProvider;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where Netty chooses between the JDK's TLS and OpenSSL's, the native executable has the JDK's only. Quarkus does the
 * same to the method that Netty had before this one. The JVM does not read this.
 */
@TargetClass(SslContext.class)
final class JdkTlsClients {

    private JdkTlsClients() {}

    @Substitute
    static SslContext newClientContextInternal(
            SslProvider provider,
            Provider engines,
            X509Certificate[] authorities,
            TrustManagerFactory trust,
            X509Certificate[] certificates,
            PrivateKey key,
            String password,
            KeyManagerFactory keys,
            Iterable<String> ciphers,
            CipherSuiteFilter filter,
            ApplicationProtocolConfig protocols,
            String[] versions,
            long sessions,
            long sessionTimeout,
            boolean anyOpenSsl,
            boolean ocsp,
            SecureRandom random,
            String keyStoreType,
            String identification,
            Map.Entry<SslContextOption<?>, Object>... options)
            throws SSLException {
        if (ocsp) {
            throw new IllegalArgumentException("The JDK's TLS staples no OCSP answers");
        }
        return (SslContext) (Object) new Context(
                engines,
                authorities,
                trust,
                certificates,
                key,
                password,
                keys,
                ciphers,
                filter,
                protocols,
                versions,
                sessions,
                sessionTimeout,
                random,
                keyStoreType,
                identification,
                new Resumption());
    }

    @TargetClass(className = "io.netty.handler.ssl.JdkSslClientContext")
    static final class Context {

        @Alias
        Context(
                Provider engines,
                X509Certificate[] authorities,
                TrustManagerFactory trust,
                X509Certificate[] certificates,
                PrivateKey key,
                String password,
                KeyManagerFactory keys,
                Iterable<String> ciphers,
                CipherSuiteFilter filter,
                ApplicationProtocolConfig protocols,
                String[] versions,
                long sessions,
                long sessionTimeout,
                SecureRandom random,
                String keyStoreType,
                String identification,
                Resumption resumption)
                throws SSLException {}
    }

    @TargetClass(className = "io.netty.handler.ssl.ResumptionController")
    static final class Resumption {

        @Alias
        Resumption() {}
    }
}
