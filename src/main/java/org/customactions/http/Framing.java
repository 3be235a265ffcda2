package org.customactions.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Refuses requests whose end or whose host two servers may read differently (RFC 9112, sections 3.2 and 6.3), and
 * closes their connections, since nobody knows what the bytes after them are.
 */
final class Framing extends ChannelInboundHandlerAdapter {

    private static final String ENVELOPE =
            "{\"status\":\"error\",\"message\":\"%s\",\"error_type\":\"malformed_request\"}";
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://([^/?#]*).*");

    private boolean isRefused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isRefused) {
            ReferenceCountUtil.release(message);
            return;
        }
        var problem = message instanceof HttpRequest request ? problem(request) : Optional.<String>empty();
        if (problem.isEmpty()) {
            context.fireChannelRead(message);
            return;
        }
        isRefused = true;
        ReferenceCountUtil.release(message);
        context.writeAndFlush(refusal(problem.get())).addListener(ChannelFutureListener.CLOSE);
    }

    private static Optional<String> problem(HttpRequest request) {
        var failure = request.decoderResult().cause();
        if (failure != null) {
            // These have statuses of their own, with which the server answers.
            return failure instanceof TooLongHttpLineException || failure instanceof TooLongHttpHeaderException
                    ? Optional.empty()
                    : Optional.of("The request is not valid HTTP");
        }
        if (request.protocolVersion().majorVersion() != 1) {
            return Optional.of("The request is not HTTP/1.1");
        }
        return framingProblem(request.headers(), request.protocolVersion()).or(() -> hostProblem(request));
    }

    private static Optional<String> framingProblem(HttpHeaders headers, HttpVersion version) {
        var encodings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        var lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
        var isAmbiguous = encodings.size() + lengths.size() > 1
                || encodings.stream().anyMatch(encoding -> !encoding.equalsIgnoreCase("chunked"))
                || lengths.stream().anyMatch(length -> !length.matches("\\d+"))
                || (!encodings.isEmpty() && !version.equals(HttpVersion.HTTP_1_1));
        return isAmbiguous
                ? Optional.of("The request must say once how long its body is: by Content-Length, or by chunked"
                        + " Transfer-Encoding")
                : Optional.empty();
    }

    private static Optional<String> hostProblem(HttpRequest request) {
        var hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.size() > 1 || (hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_1))) {
            return Optional.of("The request must have exactly one Host header");
        }
        var target = ABSOLUTE.matcher(request.uri());
        return target.matches() && !hosts.isEmpty() && !target.group(1).equalsIgnoreCase(hosts.get(0))
                ? Optional.of("The host in the request's target is not the one in its Host header")
                : Optional.empty();
    }

    private static DefaultFullHttpResponse refusal(String problem) {
        var body = Unpooled.copiedBuffer(ENVELOPE.formatted(problem), StandardCharsets.UTF_8);
        var refusal = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, body);
        refusal.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=UTF-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set("X-Content-Type-Options", "nosniff")
                .set(RequestIds.HEADER, UUID.randomUUID());
        return refusal;
    }
}
