package org.customactions.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.util.Optional;
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
    private final SharedReads<ListVersion> versions;

    ListAnswers(ActionLists lists, KeptLists kept, AnswerBytes answers, Database database, ObjectMapper mapper) {
        this.lists = lists;
        this.kept = kept;
        this.answers = answers;
        this.database = database;
        this.mapper = mapper;
        this.versions = new SharedReads<>(
                organization -> database.shared(organization, client -> ActionEntry.versionIn(client, organization)));
    }

    /**
     * A list.
     *
     * @param tag changes with the list
     * @param body the whole answer; empty if the caller has it already
     */
    record Answer(EntityTag tag, Optional<byte[]> body) {}

    /** @param isKnown whether the caller has the list with a tag already */
    Uni<Answer> read(ActionLists.Request request, Predicate<EntityTag> isKnown) {
        return which(request)
                .map(which -> kept(request, which, isKnown))
                .orElseGet(() -> made(request, isKnown))
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
        var reserving = answers.reserving(organization);
        return database.sharing(organization, () -> versions.of(organization)).chain(version -> {
            var found = kept.find(organization, version, which)
                    .filter(answer -> answer.body().isPresent() || isKnown.test(answer.tag()));
            found.flatMap(Answer::body).ifPresent(body -> reserving.accept(body.length));
            return found.map(answer -> Uni.createFrom().item(answer))
                    .orElseGet(() ->
                            made(request, isKnown).invoke(answer -> kept.keep(organization, version, which, answer)));
        });
    }

    private Uni<Answer> made(ActionLists.Request request, Predicate<EntityTag> isKnown) {
        return lists.read(request, isKnown, this::written).map(found -> new Answer(found.tag(), found.list()));
    }

    private byte[] written(CustomActionList list) {
        try {
            return mapper.writeValueAsBytes(Envelope.of(list));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list could not be written", e);
        }
    }
}
