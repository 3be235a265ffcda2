package org.customactions.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {
    private static final String SPACES =
            "The URL must not contain spaces, line breaks, control characters or backslashes";
    private static final String HOST =
            "The URL's host must be a name of letters, digits, hyphens, underscores and dots, or an address";
    private static final String PORT = "The URL's port must be a number from 1 to 65535";
    private static final String CREDENTIALS = "The URL must not contain a user name or password (an @ before the path)";

    @ParameterizedTest
    @CsvSource({
        "https://example.com,https://example.com",
        "HTTPS://EXAMPLE.com/Path?Q=1#F,https://example.com/Path?Q=1#F",
        "http://example.com:80,http://example.com:80",
        "http://example.com:00443/,http://example.com:443/",
        "http://example.com./,http://example.com./",
        "http://localhost:8080?x,http://localhost:8080?x",
        "http://127.0.0.1/,http://127.0.0.1/",
        "http://１２７.0.0.1/,http://127.0.0.1/",
        "http://example。com/,http://example.com/",
        "http://[2001:DB8::1]:8080/,http://[2001:db8::1]:8080/",
        "http://[::ffff:127.0.0.1]/,http://[::ffff:127.0.0.1]/",
        "https://Bücher.example/ü?ü=ß#é,https://xn--bcher-kva.example/%C3%BC?%C3%BC=%C3%9F#%C3%A9",
        "https://example.com/a%2Fb/100%/%zz/%4,https://example.com/a%2Fb/100%25/%25zz/%254",
        "https://example.com/\"<>^`{|}[]?a[]=1&b={2}#[x]#y,"
                + "https://example.com/%22%3C%3E%5E%60%7B%7C%7D%5B%5D?a%5B%5D=1&b=%7B2%7D#%5Bx%5D%23y",
        "https://example.com/!$&'()*+;=:@-._~//...,https://example.com/!$&'()*+;=:@-._~//...",
        "https://exa_mple.com/,https://exa_mple.com/",
        "https://straße.example/,https://xn--strae-oqa.example/",
        "https://example.com/x@y:z?u=http://a@b/../c,https://example.com/x@y:z?u=http://a@b/../c",
        "https://example.com/😀\ud800x,https://example.com/%F0%9F%98%80%EF%BF%BDx",
        "MAILTO:ada@example.com?subject=Hi,mailto:ada@example.com?subject=Hi",
        "mailto:ü@example.com,mailto:%C3%BC@example.com",
        "tel:+1-555-0100,tel:+1-555-0100",
    })
    void shouldNormalizeToAnAbsoluteAsciiUrl(String url, String expected) {
        String normalized = Urls.normalize(url, Urls.LINK);

        assertThat(normalized).isEqualTo(expected).isASCII();
        assertThat(URI.create(normalized).isAbsolute()).isTrue();
        assertThat(Urls.normalize(normalized, Urls.LINK)).isEqualTo(normalized);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//example.com/",
                "/path",
                "example.com",
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://example.com",
                "http:/example.com",
                "https:example.com",
                " https://example.com",
                "mailto:ada@example.com",
                "tel:1",
            })
    void shouldRefuseAnotherStart(String url) {
        assertThatThrownBy(() -> Urls.normalize(url, Urls.WEB))
                .isInstanceOf(UrlException.class)
                .hasMessage("The URL must start with http:// or https://");
    }

    @Test
    void shouldNameTheAllowedSchemes() {
        assertThatThrownBy(() -> Urls.normalize("x", Urls.LINK))
                .hasMessage("The URL must start with http://, https://, mailto:, tel: or a single /");
        assertThatThrownBy(() -> Urls.normalize("http://example.com", UrlForms.ofSchemes("https")))
                .hasMessage("The URL must start with https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a b",
                "https://example.com/a\tb",
                "https://example.com/a\nb",
                "https://example.com/\r\nX-Evil: 1",
                "https://example.com/\u0000",
                "https://example.com/\u0085",
                "https://example.com/\u00a0",
                "https://example.com/\u2028",
                "https://example.com/\u3000",
                "https://example.com/a\\b",
                "https://evil.com\\@example.com",
                "tel:+1 555",
                "mailto:a@example.com\nBcc: b",
            })
    void shouldRefuseSpacesControlCharactersAndBackslashes(String url) {
        assertRefused(url, SPACES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@example.com",
                "https://user:pass@example.com/",
                "https://@example.com/",
            })
    void shouldRefuseCredentials(String url) {
        assertRefused(url, CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "https:///path",
                "https://?x",
                "https://#x",
                "https://:80/",
            })
    void shouldRefuseAMissingHost(String url) {
        assertRefused(url, "The URL must name a host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com:/",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://example.com:-1/",
                "https://example.com:8a/",
                "https://example.com:٨٠/",
                "https://example.com:80:80/",
                "https://example.com:4294967376/",
            })
    void shouldRefuseAPortThatIsNone(String url) {
        assertRefused(url, PORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a..b/",
                "https://.example.com/",
                "https://./",
                "https://\u00ad/",
                "https://a.\u00ad.b/",
                "https://\u200b.b/",
                "https://exa%6dple.com/",
                "https://-a.com/",
                "https://a-.com/",
                "https://xn--\u00e4.com/",
                "https://xn--a-ecp.ru-.com/",
                "https://a\u200db.com/",
                "https://a.com;b/",
                "https://a／b.com/",
                "https://a＠b.com/",
                "https://a℀b.com/",
                "https://\u202eb.com/",
                "https://\ud800.com/",
                "https://[::1",
                "https://[::1]a/",
                "https://a[::1]/",
            })
    void shouldRefuseAHostThatIsNoName(String url) {
        assertRefused(url, HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://[::1%25eth0]/",
                "https://[::1%eth0]/",
                "https://[127.0.0.1]/",
                "https://[]/",
                "https://[1:2:3]/",
                "https://[v1.a]/",
                "https://[00001::]/",
                "https://[::1.2.3.40000000000]/",
            })
    void shouldRefuseBracketsWithoutAnIpv6Address(String url) {
        assertRefused(url, "The URL's host in brackets must be an IPv6 address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/..",
                "https://example.com/a/./b",
                "https://example.com/a/%2e%2E/b",
                "https://example.com/a/.%2e?x",
                "https://example.com/%2E#x",
            })
    void shouldRefuseDotSegments(String url) {
        assertRefused(url, "The URL's path must not contain . or .. between slashes, encoded ones included");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:", "tel:",
            })
    void shouldRefuseASchemeWithoutAddress(String url) {
        assertRefused(url, "The URL must have an address after its scheme");
    }

    @Test
    void shouldTakeAUrlOf8192CharactersAndRefuseALongerOne() {
        String longest = "https://example.com/" + "a".repeat(8_192 - 20);

        assertThat(Urls.normalize(longest, Urls.WEB)).isEqualTo(longest);
        assertThatThrownBy(() -> Urls.normalize(longest + "a", Urls.WEB))
                .isInstanceOf(UrlException.class)
                .hasMessage("The URL must not be longer than 8,192 characters");
    }

    @Test
    void shouldCountTheLengthAfterEncoding() {
        assertThatThrownBy(() -> Urls.normalize("https://example.com/" + "é".repeat(2_000), Urls.WEB))
                .isInstanceOf(UrlException.class)
                .hasMessage("The URL must not be longer than 8,192 characters");
    }

    @Test
    void shouldRefuseALongHostAndALongLabel() {
        assertThatThrownBy(() -> Urls.normalize("https://" + "a.".repeat(127) + "/", Urls.WEB))
                .hasMessage("The URL's host must not be longer than 253 characters");
        assertThatThrownBy(() -> Urls.normalize("https://" + "a".repeat(64) + "/", Urls.WEB))
                .hasMessage(HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.com",
                "//example.com/x",
                "///example.com",
                "/\\example.com",
                "\\/example.com",
                "\\\\example.com",
                "/\t/example.com",
                "/\n/example.com",
                "\t//example.com",
                " //example.com",
                "/ /example.com",
                "/\u0000/example.com",
                "/\u0085/example.com",
                "/\u2028/example.com",
                "/a\\b",
                "/../x",
                "/a/%2e%2E/x",
                "/./x"
            })
    void shouldRefuseAPathThatIsNone(String url) {
        assertThatThrownBy(() -> Urls.normalize(url, Urls.LINK)).isInstanceOf(UrlException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/,/",
        "/contacts/7?x=a%20b#y,/contacts/7?x=a%20b#y",
        "/ü/%2F//x/%5C,/%C3%BC/%2F//x/%5C",
        "/?//example.com,/?//example.com",
    })
    void shouldNormalizeAPath(String url, String expected) {
        assertThat(Urls.normalize(url, Urls.LINK)).isEqualTo(expected).isASCII();
        assertThat(Urls.normalize(expected, Urls.LINK)).isEqualTo(expected);
    }

    @Test
    void shouldTellAPathFromAHost() {
        assertRefused("//example.com", "A URL that starts with / must not start with //, which names another host");
        assertThatThrownBy(() -> Urls.normalize("/path", Urls.WEB))
                .hasMessage("The URL must start with http:// or https://");
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp://send?phone=49155&text=ä,whatsapp://send?phone=49155&text=%C3%A4",
        "WhatsApp://send?x,whatsapp://send?x",
        "sms:+49155?body=Hi,sms:+49155?body=Hi",
        "zoommtg://zoom.us/join?confno=1,zoommtg://zoom.us/join?confno=1",
        "ms-teams:/l/chat/0/0?users=a@b.example,ms-teams:/l/chat/0/0?users=a@b.example"
    })
    void shouldTakeSchemesThatASettingAllows(String url, String expected) {
        var forms = UrlForms.ofLinks(Set.of("https", "whatsapp", "sms", "zoommtg", "ms-teams"));

        assertThat(Urls.normalize(url, forms)).isEqualTo(expected);
        assertThatThrownBy(() -> Urls.normalize(url, Urls.LINK)).isInstanceOf(UrlException.class);
    }

    @Test
    void shouldRefuseWhatASettingLeavesOut() {
        var forms = UrlForms.ofLinks(Set.of("https", "zoommtg"));

        assertThatThrownBy(() -> Urls.normalize("http://example.com/", forms))
                .hasMessage("The URL must start with https://, zoommtg: or a single /");
        assertThatThrownBy(() -> Urls.normalize("zoommtg://user:secret@zoom.us/join", forms))
                .hasMessageContaining("user name or password");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/,true",
        "HTTP://a.example/,true",
        "/contacts/1,true",
        "tel:1,false",
        "mailto:a@b.example,false",
        "whatsapp://send,false"
    })
    void shouldTellPagesFromOtherLinks(String url, boolean isPage) {
        assertThat(Urls.isPage(url)).isEqualTo(isPage);
    }

    private static void assertRefused(String url, String sentence) {
        assertThatThrownBy(() -> Urls.normalize(url, Urls.LINK))
                .isInstanceOf(UrlException.class)
                .hasMessage(sentence);
    }
}
