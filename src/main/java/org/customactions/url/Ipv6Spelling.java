package org.customactions.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Reads an IPv6 address in brackets, as written in a URL (RFC 3986 section 3.2.2). */
final class Ipv6Spelling {

    /** Groups of at most four digits. With only these characters, in brackets, the JDK's parser never asks DNS. */
    private static final Pattern CHARACTERS = Pattern.compile("\\[(?!.*[0-9a-fA-F]{5})[0-9a-fA-F:.]+]");

    private Ipv6Spelling() {}

    /**
     * @return the address; IPv4 if it is IPv4-mapped
     * @throws UrlException if it is not an IPv6 address, or has a zone id
     */
    static InetAddress parse(String host) {
        try {
            if (CHARACTERS.matcher(host).matches()) {
                return InetAddress.getByName(host);
            }
        } catch (UnknownHostException e) {
            // Falls through to the same sentence as any other text in brackets.
        }
        throw new UrlException("The URL's host in brackets must be an IPv6 address");
    }
}
