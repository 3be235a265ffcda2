package org.customactions.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1.",
                "2130706433",
                "2130706433.",
                "0x7f000001",
                "0X7F000001",
                "017700000001",
                "0x7f.1",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "0x7f.0x0.0x0.0x1",
                "00000177.0.0.1",
                "0x00000000007f.0.0.01",
                "１２７.０.０.１",
                "１２７。０．０｡１",
                "①②⑦.0.0.1",
                "0ｘ7f.1",
                "[::ffff:127.0.0.1]",
                "::ffff:127.0.0.1",
                "[::FFFF:7f00:1]",
                "[0:0:0:0:0:ffff:7f00:0001]",
                "127.0.0.0x1",
                "127.0x.0.1"
            })
    void shouldReadEverySpellingOfLoopbackAsLoopback(String spelling) throws UnknownHostException {
        Host host = Host.parse(spelling);

        assertThat(host).isEqualTo(new Host.Literal(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    }

    @ParameterizedTest
    @CsvSource({
        "8.8, 8.0.0.8",
        "8.8.2056, 8.8.8.8",
        "4294967295, 255.255.255.255",
        "0, 0.0.0.0",
        "0x, 0.0.0.0",
        "1.0xffffff, 1.255.255.255",
        "010.8.8.8, 8.8.8.8",
        "[::1], 0:0:0:0:0:0:0:1",
        "::1, 0:0:0:0:0:0:0:1",
        "[2001:DB8::1], 2001:db8:0:0:0:0:0:1",
        "[64:ff9b::127.0.0.1], 64:ff9b:0:0:0:0:7f00:1"
    })
    void shouldReadNumbersAsAddresses(String spelling, String address) {
        Host host = Host.parse(spelling);

        assertThat(((Host.Literal) host).address().getHostAddress()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com, api.example.com",
        "API.Example.COM., api.example.com",
        "my_service, my_service",
        "_dmarc.up_stream, _dmarc.up_stream",
        "straße.example, xn--strae-oqa.example",
        "STRAẞE.example, xn--strae-oqa.example",
        "xn--strae-oqa.example, xn--strae-oqa.example",
        "κλαρα-σωλις.example, xn----ylba7abgd9bnh0e.example",
        "☕.example, xn--53h.example",
        "r3---sn-x.example, r3---sn-x.example",
        "bücher.example, xn--bcher-kva.example",
        "ａｐｉ.example, api.example",
        "api。example, api.example",
        "0x7f.example, 0x7f.example",
        "1.2.3.4.nip.io, 1.2.3.4.nip.io",
        "deadbeef, deadbeef",
        "1e9.x, 1e9.x",
        "localhost., localhost"
    })
    void shouldNormaliseNames(String spelling, String name) {
        Host host = Host.parse(spelling);

        assertThat(host).isEqualTo(new Host.Name(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "127.0.0.1..",
                "127..1",
                ".127.0.0.1",
                "%31%32%37.0.0.1",
                "a b",
                "a/b",
                "a@b",
                "a\u0000b",
                "exa\u00admple%",
                "a..b",
                "127.0.0.1\n",
                "-\u2603%.x"
            })
    void shouldRefuseWhatIsNeitherAnAddressNorAName(String spelling) {
        assertRefused(
                spelling,
                "The URL's host must be a name of letters, digits, hyphens, underscores and dots, or an address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "256.0.0.1",
                "127.0.0.256",
                "1.2.3.4.5",
                "4294967296",
                "0x100000000",
                "08.0.0.1",
                "0x7g.1",
                "foo.1",
                "foo.0x7f",
                "1.0x1000000",
                "99999999999999999999999"
            })
    void shouldRefuseWhatEndsInANumberWithoutBeingAnAddress(String spelling) {
        assertRefused(spelling, "The host of the URL ends in a number but is not a valid IPv4 address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[::1%25eth0]",
                "[fe80::1%eth0]",
                "fe80::1%1",
                "[::1",
                "::1]",
                "[]",
                "[127.0.0.1]",
                "[v1.a]",
                "[::1]x",
                "[:::1]",
                "[00001::]",
                "[1:2:3:4:5:6:7:8:9]"
            })
    void shouldRefuseBracketsAndColonsWithoutAnIpv6Address(String spelling) {
        assertRefused(spelling, "The URL's host in brackets must be an IPv6 address");
    }

    @Test
    void shouldRefuseNothing() {
        assertRefused("", "The URL must name a host");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 254})
    void shouldRefuseNamesLongerThanDnsAllows(int length) {
        String name = length == 64 ? "a".repeat(64) + ".test" : "a.".repeat(126) + "aa";

        assertThatExceptionOfType(UrlException.class).isThrownBy(() -> Host.parse(name));
    }

    @Test
    void shouldBracketIpv6InText() {
        String text = Host.parse("0:0::0:1").text();

        assertThat(text).isEqualTo("[::1]");
    }

    private static void assertRefused(String spelling, String sentence) {
        assertThatExceptionOfType(UrlException.class)
                .isThrownBy(() -> Host.parse(spelling))
                .withMessage(sentence);
    }
}
