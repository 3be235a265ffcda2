package org.customactions.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An authority of one's own with a certificate that it signed for a server, as PEM files, made by the JDK's keytool.
 *
 * @param root the authority's certificate
 * @param certificate the server's certificate
 * @param key the server's key, which nobody but its owner may read
 */
public record Authority(Path root, Path certificate, Path key) {
    private static final String PASSWORD = "changeit";

    /** @param names subject alternative names of the server, such as {@code dns:localhost} */
    public static Authority create(Path directory, String names) {
        try {
            var store = Files.createDirectories(directory).resolve("store.p12");
            keytool(store, "ca", "-ext", "bc:c");
            keytool(store, "server", "-ext", "san=" + names, "-signer", "ca");
            return write(directory, store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("keytool made no certificate", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static void keytool(Path store, String alias, String... options) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = Stream.concat(
                Stream.of(keytool, "-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias),
                Stream.concat(Stream.of(options), Stream.of("-storepass", PASSWORD, "-keystore", store.toString())));
        var process = new ProcessBuilder(command.toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(alias);
        }
    }

    private static Authority write(Path directory, Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        var key = pem(directory.resolve("server.key"), "PRIVATE KEY", store.getKey("server", PASSWORD.toCharArray()));
        key.toFile().setReadable(false, false);
        key.toFile().setReadable(true, true);
        key.toFile().setWritable(false, false);
        key.toFile().setWritable(true, true);
        return new Authority(
                pem(directory.resolve("ca.pem"), store.getCertificate("ca")),
                pem(directory.resolve("server.pem"), store.getCertificate("server")),
                key);
    }

    private static Path pem(Path file, Certificate certificate) throws IOException, GeneralSecurityException {
        return pem(file, "CERTIFICATE", certificate.getEncoded());
    }

    private static Path pem(Path file, String kind, Key key) throws IOException {
        return pem(file, kind, key.getEncoded());
    }

    private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.write(file, List.of("-----BEGIN " + kind + "-----", text, "-----END " + kind + "-----"));
    }
}
