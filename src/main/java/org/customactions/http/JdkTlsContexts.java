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
 * What the native executable has instead of a method of Netty that asks for OpenSSL: Quarkus replaces the one that
 * stood there before, and clients of Netty 4.1.138 call another one with a parameter more. The JVM does not read this.
 */
@TargetClass(SslContext.class)
final class JdkTlsContexts {

    private JdkTlsContexts() {}

    @Alias
    static native SslContext newClientContextInternal(
            SslProvider provider,
            Provider contextProvider,
            X509Certificate[] trusted,
            TrustManagerFactory trustManagers,
            X509Certificate[] keyChain,
            PrivateKey key,
            String keyPassword,
            KeyManagerFactory keyManagers,
            Iterable<String> ciphers,
            CipherSuiteFilter cipherFilter,
            ApplicationProtocolConfig protocolNegotiation,
            String[] protocols,
            long sessionCacheSize,
            long sessionTimeout,
            boolean enableOcsp,
            SecureRandom random,
            String keyStoreType,
            String endpointIdentificationAlgorithm,
            Map.Entry<SslContextOption<?>, Object>... options)
            throws SSLException;

    @Substitute
    static SslContext newClientContextInternal(
            SslProvider provider,
            Provider contextProvider,
            X509Certificate[] trusted,
            TrustManagerFactory trustManagers,
            X509Certificate[] keyChain,
            PrivateKey key,
            String keyPassword,
            KeyManagerFactory keyManagers,
            Iterable<String> ciphers,
            CipherSuiteFilter cipherFilter,
            ApplicationProtocolConfig protocolNegotiation,
            String[] protocols,
            long sessionCacheSize,
            long sessionTimeout,
            boolean ofOpenSslOnly,
            boolean enableOcsp,
            SecureRandom random,
            String keyStoreType,
            String endpointIdentificationAlgorithm,
            Map.Entry<SslContextOption<?>, Object>... options)
            throws SSLException {
        return newClientContextInternal(
                provider,
                contextProvider,
                trusted,
                trustManagers,
                keyChain,
                key,
                keyPassword,
                keyManagers,
                ciphers,
                cipherFilter,
                protocolNegotiation,
                protocols,
                sessionCacheSize,
                sessionTimeout,
                enableOcsp,
                random,
                keyStoreType,
                endpointIdentificationAlgorithm,
                options);
    }
}
