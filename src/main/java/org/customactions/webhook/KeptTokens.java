package org.customactions.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.customactions.webhook.Tokens.Answer;
import org.customactions.webhook.Tokens.Token;

/** The tokens of one organization, and those that are being fetched. May be used on any thread. */
final class KeptTokens {

    /** Of 8 KiB at most each. More are fetched each time that they are needed. */
    private static final int MAX = 16;

    private final Map<ClientCredentials, CompletableFuture<Answer>> tokens = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientCredentials, CompletableFuture<Answer>> eldest) {
            return size() > MAX;
        }
    };

    /** The token that is kept or being fetched, else a new one. A refusal is told to who waited for it only. */
    synchronized CompletableFuture<Answer> get(
            ClientCredentials credentials, Supplier<CompletableFuture<Answer>> fetch) {
        var known = tokens.get(credentials);
        if (known == null || known.isDone() && !isUsable(known)) {
            known = fetch.get();
            tokens.put(credentials, known);
        }
        return known;
    }

    synchronized void forget(ClientCredentials credentials, Token refused) {
        var known = tokens.get(credentials);
        if (known != null
                && known.isDone()
                && !known.isCompletedExceptionally()
                && known.join().equals(refused)) {
            tokens.remove(credentials);
        }
    }

    private static boolean isUsable(CompletableFuture<Answer> done) {
        return !done.isCompletedExceptionally() && done.join() instanceof Token token && token.isUsable();
    }
}
