package org.customactions.directory.platform;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.Paging;
import org.customactions.async.CallersContext;
import org.customactions.database.Listing;
import org.customactions.directory.Contact;
import org.customactions.directory.ContactId;
import org.customactions.directory.ContactSource;
import org.customactions.http.AnswerBytes;
import org.customactions.identity.Caller;

/**
 * Contacts that a chat platform is asked for. An answer is used again for a while, and for longer while the platform
 * cannot be asked. However many want the same contact at once, it is asked for once.
 */
final class PlatformContacts implements ContactSource {

    private final PlatformSettings settings;
    private final CountedCalls calls;
    private final PlatformMonitor monitor;
    private final AnswerBytes answers;
    private final LongSupplier nanoTime;
    private final Copies copies;
    private final Requests requests;
    private final Map<Copies.Key, Uni<KeptContact>> underWay = new ConcurrentHashMap<>();

    PlatformContacts(
            PlatformSettings settings,
            PlatformCalls calls,
            PlatformMonitor monitor,
            AnswerBytes answers,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.calls = new CountedCalls(calls, monitor, nanoTime);
        this.monitor = monitor;
        this.answers = answers;
        this.nanoTime = nanoTime;
        this.requests = new Requests(settings);
        var longest = settings.fresh().compareTo(settings.stale()) > 0 ? settings.fresh() : settings.stale();
        this.copies = new Copies(longest);
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public Optional<ContactId> id(String text) {
        return ContactId.ofPlatform(text);
    }

    @Override
    public String formOfIds() {
        return ContactId.FORM_IN_WORDS;
    }

    @Override
    public void requireWritable() {
        throw ApiException.of(
                ErrorType.METHOD_NOT_ALLOWED, "Contacts live in the chat platform and are changed there, not here");
    }

    @Override
    public Uni<Contact> read(Caller caller, ContactId id) {
        return Uni.createFrom().deferred(() -> {
            var key = new Copies.Key(
                    caller.organizationId(), settings.authorization().isPresent() ? "" : caller.userId(), id.text());
            return fresh(key)
                    .map(copy -> Uni.createFrom().item(copy))
                    .orElseGet(() -> asked(caller, id, key))
                    .map(copy -> copy.contact(id))
                    .emitOn(CallersContext.here());
        });
    }

    @Override
    public Uni<Listing<Contact>> list(Caller caller, Optional<String> search, Paging paging) {
        if (settings.search().isEmpty()) {
            return Uni.createFrom()
                    .failure(ApiException.of(
                            ErrorType.NOT_FOUND, "Contacts cannot be searched here; name a contact by its id"));
        }
        var reserving = answers.reserving(caller.organizationId());
        return Uni.createFrom()
                .deferred(() -> found(caller, search, paging)
                        .onFailure(PlatformFault.class)
                        .transform(failure -> ((PlatformFault) failure).answer())
                        .emitOn(CallersContext.here())
                        .invoke(found -> reserving.accept(found.bytes()))
                        .map(FoundContacts::page));
    }

    private Uni<FoundContacts> found(Caller caller, Optional<String> search, Paging paging) {
        return calls.call(
                caller,
                "search",
                () -> requests.search(caller, search, paging),
                answer -> FoundContacts.of(settings.layout().page(answer), paging));
    }

    private Optional<KeptContact> fresh(Copies.Key key) {
        var copy = copies.find(key).filter(kept -> isWithin(settings.fresh(), kept));
        copy.ifPresent(kept -> monitor.used(true));
        return copy;
    }

    private Uni<KeptContact> asked(Caller caller, ContactId id, Copies.Key key) {
        return underWay.computeIfAbsent(key, absent -> start(caller, id, key))
                .onFailure(PlatformFault.class)
                .recoverWithUni(failure -> stale(key, (PlatformFault) failure)
                        .map(copy -> Uni.createFrom().item(copy))
                        .orElseGet(() -> Uni.createFrom().failure(((PlatformFault) failure).answer())));
    }

    private Optional<KeptContact> stale(Copies.Key key, PlatformFault fault) {
        var copy = fault.kind().isFinal()
                ? Optional.<KeptContact>empty()
                : copies.find(key).filter(kept -> isWithin(settings.stale(), kept));
        copy.ifPresent(kept -> monitor.used(false));
        return copy;
    }

    /** Goes on without those who wait for it, for those who come later. */
    private Uni<KeptContact> start(Caller caller, ContactId id, Copies.Key key) {
        return calls.call(
                        caller,
                        "contact",
                        () -> requests.contact(caller, id),
                        answer -> KeptContact.of(settings.layout().contact(answer), nanoTime.getAsLong()))
                .onItem()
                .invoke(copy -> copies.keep(key, copy))
                .onFailure(failure ->
                        failure instanceof PlatformFault fault && fault.kind().isFinal())
                .invoke(() -> copies.drop(key))
                .onTermination()
                .invoke(() -> underWay.remove(key))
                .memoize()
                .indefinitely();
    }

    private boolean isWithin(Duration time, KeptContact copy) {
        return nanoTime.getAsLong() - copy.at() < time.toNanos();
    }
}
