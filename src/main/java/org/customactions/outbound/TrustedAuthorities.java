package org.customactions.outbound;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Authorities that are trusted besides those of the Java runtime. */
public final class TrustedAuthorities {

    private TrustedAuthorities() {}

    /**
     * @param setting that names the file
     * @throws ConfigurationException if the file does not hold certificates
     */
    public static TrustOptions ofFile(String setting, String path) {
        try {
            return of(Files.readAllBytes(Path.of(path)));
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException("%s names a file that cannot be read: %s".formatted(setting, path));
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "%s names a file that holds no certificates (PEM): %s".formatted(setting, path));
        }
    }

    /** @throws GeneralSecurityException if these are no certificates */
    public static TrustOptions of(byte[] pem) throws GeneralSecurityException, IOException {
        var added = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
        if (added.isEmpty()) {
            throw new GeneralSecurityException("No certificate");
        }
        return TrustOptions.wrap(manager(store(added)));
    }

    private static KeyStore store(Collection<? extends Certificate> added)
            throws GeneralSecurityException, IOException {
        List<Certificate> all = new ArrayList<>(added);
        all.addAll(Arrays.asList(manager(null).getAcceptedIssuers()));
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (var i = 0; i < all.size(); i++) {
            store.setCertificateEntry(String.valueOf(i), all.get(i));
        }
        return store;
    }

    /** @param store of authorities; null means those of the Java runtime */
    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
