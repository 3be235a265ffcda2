package org.customactions.database;

import io.netty.util.NetUtil;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Where the database is.
 *
 * @param host name, IPv4 address, or IPv6 address in brackets; empty if none is set
 * @param port TCP port
 * @param database name of the database
 */
record DatabaseAddress(String host, String port, String database) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]{0,252}[A-Za-z0-9_.])?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int LAST_PORT = 65_535;

    /**
     * The address that {@code DB_HOST}, {@code DB_PORT} and {@code DB_NAME} give.
     *
     * @param settings the value of a setting, empty if it is not set
     * @throws ConfigurationException if one of them cannot be used
     */
    static DatabaseAddress of(UnaryOperator<String> settings) {
        return new DatabaseAddress(
                host(settings.apply("DB_HOST")),
                port(settings.apply("DB_PORT")),
                PostgresName.of("DB_NAME", settings).orElse("custom_actions"));
    }

    private static String host(String text) {
        var host = text.strip();
        var address = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (address.indexOf(':') >= 0 && address.indexOf('%') < 0 && NetUtil.isValidIpV6Address(address)) {
            return spelled(address);
        }
        if (!host.isEmpty() && !HOST.matcher(host).matches()) {
            throw new ConfigurationException(
                    ("DB_HOST cannot be \"%s\": it must be a host name or an IP address, such as"
                                    + " db.example.com, and the port goes into DB_PORT")
                            .formatted(host));
        }
        return host;
    }

    /** As both drivers read it: IPv6 in brackets, and IPv4 that stands in IPv6 on its own. */
    private static String spelled(String address) {
        try {
            var parsed = InetAddress.getByAddress(NetUtil.createByteArrayFromIpAddressString(address));
            return parsed instanceof Inet4Address ? parsed.getHostAddress() : "[" + parsed.getHostAddress() + "]";
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private static String port(String text) {
        var port = text.strip();
        if (port.isEmpty()) {
            return "5432";
        }
        if (!PORT.matcher(port).matches() || Integer.parseInt(port) < 1 || Integer.parseInt(port) > LAST_PORT) {
            throw new ConfigurationException(
                    ("DB_PORT cannot be \"%s\": it must be a number from 1 to 65535, such as" + " 5432%s")
                            .formatted(
                                    port,
                                    port.startsWith("tcp:")
                                            ? "; Kubernetes sets it so for a Service named db, unless the pod says"
                                                    + " enableServiceLinks: false"
                                            : ""));
        }
        return port;
    }

    /** As it stands in a URL, such as {@code [::1]:5432/Chat%20DB}. */
    String inUrl() {
        return host + ":" + port + "/" + encoded(database);
    }

    /** Text as part of a URL, with nothing but letters, digits and {@code .-*_%}. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
