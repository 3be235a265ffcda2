package org.customactions.identity;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Set;
import java.util.stream.Collectors;

/** The cookies of a request. */
record RequestCookies(MultiMap headers) {

    /**
     * The values of the cookies of this name that are not empty. More than one of them means that somebody else, such
     * as another host of the same domain, has set one as well; nothing tells whose is whose.
     */
    Set<String> values(String name) {
        // Not the strict decoder, which would leave out a cookie that a server in front reads.
        return headers.getAll(HttpHeaders.COOKIE).stream()
                .flatMap(header -> ServerCookieDecoder.LAX.decodeAll(header).stream())
                .filter(cookie -> cookie.name().equals(name))
                .map(Cookie::value)
                .filter(value -> !value.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }
}
