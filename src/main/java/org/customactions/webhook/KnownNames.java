package org.customactions.webhook;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.customactions.url.Host;

/** The addresses of the names that one organization has looked up lately. May be used on any thread. */
final class KnownNames {

    private static final int MAX_NAMES = 64;

    /** An answer with more is not kept: nobody needs them, and somebody could make the service hold them. */
    private static final int MAX_ADDRESSES = 16;

    private final Map<Host.Name, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Host.Name, Answer> eldest) {
            return size() > MAX_NAMES;
        }
    };

    private record Answer(List<InetAddress> addresses, long until) {}

    synchronized Optional<List<InetAddress>> find(Host.Name name) {
        var answer = answers.get(name);
        if (answer != null && answer.until() - System.nanoTime() <= 0) {
            answers.remove(name);
            return Optional.empty();
        }
        return Optional.ofNullable(answer).map(Answer::addresses);
    }

    /** @param seconds how long; zero keeps nothing */
    synchronized void keep(Host.Name name, List<InetAddress> addresses, long seconds) {
        if (seconds > 0 && addresses.size() <= MAX_ADDRESSES) {
            answers.put(name, new Answer(addresses, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)));
        }
    }
}
