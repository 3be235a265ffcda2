package org.customactions.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.customactions.api.Envelope;
import org.customactions.database.Database;
import org.customactions.database.SharedReads;
import org.customactions.http.AnswerBytes;

/**
 * Answers with lists of actions as bytes. A list that anybody may ask for again is made once for each change: before it
 * is answered, one statement reads whether anything has changed, on whichever replica.
 */
@ApplicationScoped
class ListAnswers {

    private final ActionLists lists;
    private final KeptLists kept;
    private final AnswerBytes answers;
    private final Database database;
    private final ObjectMapper mapper;
    private final SharedReads<UUID, ListVersion> versions = new SharedReads<>();
    private final SharedReads<Wanted, Answer> shared = new SharedReads<>();

    ListAnswers(ActionLists lists, KeptLists kept, AnswerBytes answers, Database database, ObjectMapper mapper) {
        this.lists = lists;
        this.kept = kept;
        this.answers = answers;
        this.database = database;
        this.mapper = mapper;
    }

    /**
     * A list.
     *
     * @param tag changes with the list
     * @param body the whole answer; empty if the caller has it already
     */
    record Answer(EntityTag tag, Optional<byte[]> body) {

        private boolean isFor(Predicate<EntityTag> isKnown) {
            return body.isPresent() || isKnown.test(tag);
        }
    }

    /** Callers who want the same get the same. */
    private record Wanted(UUID organizationId, ListVersion version, KeptLists.Which which) {}

    /** @param isKnown whether the caller has the list with a tag already */
    Uni<Answer> read(ActionLists.Request request, Predicate<EntityTag> isKnown) {
        return which(request)
                .map(which -> kept(request, which, isKnown))
                .orElseGet(() -> lists.read(request, isKnown, this::written).map(ListAnswers::answer))
                .map(answer -> isKnown.test(answer.tag()) ? new Answer(answer.tag(), Optional.empty()) : answer);
    }

    /** Nobody else asks for the same search, and what is for a contact changes with the contact. */
    private static Optional<KeptLists.Which> which(ActionLists.Request request) {
        return request.search().isPresent() || request.contactId().isPresent()
                ? Optional.empty()
                : Optional.of(new KeptLists.Which(
                        request.manager()
                                ? Optional.empty()
                                : Optional.of(request.standing().roles()),
                        request.isActive(),
                        request.paging()));
    }

    private Uni<Answer> kept(ActionLists.Request request, KeptLists.Which which, Predicate<EntityTag> isKnown) {
        var organization = request.organizationId();
        return database.sharing(
                organization,
                () -> versions.of(organization, () -> version(organization))
                        .chain(version -> kept(request, new Wanted(organization, version, which), isKnown)));
    }

    private Uni<ListVersion> version(UUID organization) {
        return database.shared(organization, client -> ActionEntry.versionIn(client, organization));
    }

    /** Whoever asks while the list is made for somebody else waits for it. */
    private Uni<Answer> kept(ActionLists.Request request, Wanted wanted, Predicate<EntityTag> isKnown) {
        var reserving = answers.reserving(wanted.organizationId());
        var own = new AtomicReference<Answer>();
        return found(wanted, isKnown)
                .orElseGet(() -> shared.of(
                        wanted,
                        () -> found(wanted, isKnown)
                                .orElseGet(() -> made(request, wanted, isKnown).invoke(own::set))))
                .invoke(answer -> {
                    if (answer != own.get()) {
                        answer.body().ifPresent(body -> reserving.accept(body.length));
                    }
                })
                .onFailure(AnswerBytes::isHungUp)
                .recoverWithUni(() -> made(request, wanted, isKnown))
                .chain(answer ->
                        answer.isFor(isKnown) ? Uni.createFrom().item(answer) : made(request, wanted, isKnown));
    }

    private Optional<Uni<Answer>> found(Wanted wanted, Predicate<EntityTag> isKnown) {
        return kept.find(wanted.organizationId(), wanted.version(), wanted.which())
                .filter(answer -> answer.isFor(isKnown))
                .map(answer -> Uni.createFrom().item(answer));
    }

    private Uni<Answer> made(ActionLists.Request request, Wanted wanted, Predicate<EntityTag> isKnown) {
        return lists.readShared(request, isKnown, this::written)
                .map(ListAnswers::answer)
                .invoke(answer -> kept.keep(wanted.organizationId(), wanted.version(), wanted.which(), answer));
    }

    private static Answer answer(ActionLists.Found<byte[]> found) {
        return new Answer(found.tag(), found.list());
    }

    private byte[] written(CustomActionList list) {
        try {
            return mapper.writeValueAsBytes(Envelope.of(list));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list could not be written", e);
        }
    }
}
