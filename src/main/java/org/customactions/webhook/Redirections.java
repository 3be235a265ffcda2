package org.customactions.webhook;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;

/**
 * Follows an upstream's redirects if the request asks for it, at most five. 301, 302 and 303 go on as GET without a
 * body, 307 and 308 as they were, to the same origin only. Every address is judged as the first one. Another origin
 * gets none of the headers but {@code Accept} and {@code Content-Type}, also if it sends the call back. No redirect
 * leads from https to http.
 */
final class Redirections {

    private static final int MOST = 5;
    private static final Set<String> CROSSING = Set.of("accept", "content-type");
    private static final String LOCATION = "location";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final Sender sender;

    Redirections(Sender sender) {
        this.sender = sender;
    }

    /** What the request that was sent leads to, if it asks for that; itself otherwise. */
    Uni<Sent> follow(UUID organizationId, Sent sent, Deadline deadline) {
        return follow(organizationId, sent, deadline, 0);
    }

    private Uni<Sent> follow(UUID organizationId, Sent sent, Deadline deadline, int followed) {
        if (!sent.request().delivery().followsRedirects()
                || !(sent.outcome() instanceof Answered answer)
                || !isRedirect(answer)) {
            return Uni.createFrom().item(sent);
        }
        if (followed == MOST) {
            return failed(sent, "Webhook was redirected more than %d times".formatted(MOST));
        }
        try {
            var next = next(sent.request(), answer);
            return sender.send(organizationId, next, deadline)
                    .chain(outcome -> follow(organizationId, new Sent(next, outcome), deadline, followed + 1));
        } catch (UnfollowableException | UrlException e) {
            return failed(sent, "Webhook was redirected to an address that is not followed: " + e.getMessage());
        }
    }

    private static boolean isRedirect(Answered answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> answer.headers().containsKey(LOCATION);
            default -> false;
        };
    }

    private static WebhookRequest next(WebhookRequest request, Answered answer) throws UnfollowableException {
        var url = target(request.url(), answer.headers().get(LOCATION));
        var here = destination(request.url());
        var there = destination(url);
        if (here.tls() && !there.tls()) {
            throw new UnfollowableException("it is http, and the webhook began with https");
        }
        var stays = there.isOfTheOriginOf(here);
        if (answer.status() == 307 || answer.status() == 308) {
            if (!stays) {
                throw new UnfollowableException(
                        "status %d repeats the request, which goes to the same host and port only"
                                .formatted(answer.status()));
            }
            return request.to(url, name -> true);
        }
        // What vouches for the body says nothing of a request without one.
        var vouchers = request.delivery().vouchers();
        return request.get(
                url,
                name -> stays ? vouchers.stream().noneMatch(name::equalsIgnoreCase) : CROSSING.contains(lower(name)));
    }

    private static URI target(URI from, String location) throws UnfollowableException {
        try {
            var target = withoutDots(absolute(from, location.strip().replace(" ", "%20")));
            var fragment = target.indexOf('#');
            return URI.create(Urls.normalize(fragment < 0 ? target : target.substring(0, fragment), Urls.WEB));
        } catch (IllegalArgumentException e) {
            throw new UnfollowableException("it is not a valid URL");
        }
    }

    /** As RFC 3986 section 5.2 has it, which {@link URI#resolve} does not follow for queries and empty paths. */
    private static String absolute(URI from, String location) {
        if (SCHEME.matcher(location).lookingAt()) {
            return location;
        }
        if (location.startsWith("//")) {
            return from.getScheme() + ":" + location;
        }
        var origin = from.getScheme() + "://" + from.getRawAuthority();
        var path = from.getRawPath().isEmpty() ? "/" : from.getRawPath();
        return switch (location.isEmpty() ? '?' : location.charAt(0)) {
            case '/' -> origin + location;
            case '?', '#' -> origin + path + location;
            default -> origin + path.substring(0, path.lastIndexOf('/') + 1) + location;
        };
    }

    private static String withoutDots(String url) {
        try {
            return new URI(url).normalize().toString();
        } catch (URISyntaxException e) {
            // What needs encoding gets it afterwards.
            return url;
        }
    }

    private static Destination destination(URI url) throws UnfollowableException {
        try {
            return Destination.of(url);
        } catch (Destination.InvalidUrlException e) {
            throw new UnfollowableException(e.getMessage());
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Uni<Sent> failed(Sent sent, String message) {
        return Uni.createFrom().item(new Sent(sent.request(), new Failed(Cause.REDIRECT, message)));
    }

    /** The message says why, to be read after "because". */
    private static final class UnfollowableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnfollowableException(String message) {
            super(message, null, false, false);
        }
    }
}
