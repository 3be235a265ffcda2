package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.URI;
import org.customactions.webhook.Destination.InvalidUrlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {

    @ParameterizedTest
    @CsvSource({
        "http://api.test, false, 80, api.test, /",
        "HTTPS://API.test:443/a?b=c#d, true, 443, api.test, /a?b=c",
        "https://api.test:80/, true, 80, api.test:80, /",
        "http://api.test:/x, false, 80, api.test, /x",
        "http://[2606:4700::1111]:8080/x, false, 8080, [2606:4700::1111]:8080, /x",
        "http://my_service:8080?q, false, 8080, my_service:8080, /?q",
        "http://2130706433/, false, 80, 127.0.0.1, /",
        "http://a.test//b/../%2e%2E/%7Ec?x=%2B1%20555&y=a+b&z, false, 80, a.test, //b/../%2e%2E/%7Ec?x=%2B1%20555&y=a+b&z",
        "http://a.test/ü?ß=ä, false, 80, a.test, /%C3%BC?%C3%9F=%C3%A4"
    })
    void shouldReadUrls(String url, boolean tls, int port, String authority, String requestUri) throws Exception {
        Destination destination = Destination.of(URI.create(url));

        assertThat(destination.tls()).isEqualTo(tls);
        assertThat(destination.port()).isEqualTo(port);
        assertThat(destination.authority()).isEqualTo(authority);
        assertThat(destination.requestUri()).isEqualTo(requestUri);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://a.test/, Webhook URL must start with http:// or https://",
        "//a.test/, Webhook URL must start with http:// or https://",
        "file:///etc/passwd, Webhook URL must start with http:// or https://",
        "http:a.test, Webhook URL has no host",
        "http:/a.test, Webhook URL has no host",
        "http://me@a.test/, Webhook URL must not contain a user name or a password",
        "http://me:secret@a.test/, Webhook URL must not contain a user name or a password",
        "http://8.8.8.8@127.0.0.1/, Webhook URL must not contain a user name or a password",
        "http://a.test:0/, Webhook URL must have a port from 1 to 65535",
        "http://a.test:65536/, Webhook URL must have a port from 1 to 65535",
        "http://a.test:99999999999/, Webhook URL must have a port from 1 to 65535",
        "http://a_b:8a/, Webhook URL must have a port from 1 to 65535"
    })
    void shouldSayWhatIsWrongWithAUrl(String url, String message) {
        assertThatExceptionOfType(InvalidUrlException.class)
                .isThrownBy(() -> Destination.of(URI.create(url)))
                .withMessage(message);
    }

    @Test
    void shouldTellServersApartByTheirAddressAlone() throws Exception {
        Destination destination = Destination.of(URI.create("https://api.test/"));
        // The resolver's addresses carry the name that was looked up.
        InetAddress found = InetAddress.getByAddress("api.test", new byte[] {127, 0, 0, 2});

        RequestOptions options = destination.at(found, "GET");

        assertThat(options.getServer().host()).isEqualTo("127.0.0.2");
        assertThat(options.getHost()).isEqualTo("api.test");
        assertThat(options.isSsl()).isTrue();
    }
}
