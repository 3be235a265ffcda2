package org.customactions.directory.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.Paging;
import org.customactions.directory.Contact;
import org.customactions.directory.ContactId;
import org.customactions.directory.platform.PlatformFault.Kind;
import org.customactions.identity.BearerToken;
import org.customactions.identity.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked, how often, and what is used instead. */
class PlatformContactsTest {

    private static final ContactId ID = ContactId.ofPlatform("7").orElseThrow();

    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> asked = new ArrayList<>();
    private final UUID organization = UUID.randomUUID();
    private Uni<JsonNode> answer = Uni.createFrom().item(named("Ada"));

    @Test
    void shouldUseAnAnswerAgainWhileItIsFresh() {
        var contacts = contacts(Map.of());

        assertThat(name(contacts, caller("u"))).isEqualTo("Ada");
        answer = Uni.createFrom().item(named("Eve"));
        pass(Duration.ofSeconds(29));
        assertThat(name(contacts, caller("u"))).isEqualTo("Ada");
        pass(Duration.ofSeconds(2));

        assertThat(name(contacts, caller("u"))).isEqualTo("Eve");
        assertThat(asked).hasSize(2);
        assertThat(registry.counter("custom_actions.directory.copies", "age", "fresh")
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT", "UNREACHABLE", "STATUS", "WRONG_ANSWER", "TOO_LARGE", "CIRCUIT_OPEN", "BUSY"})
    void shouldUseAnAnswerWhileThePlatformCannotBeAskedButNotForLonger(Kind kind) {
        var contacts = contacts(Map.of());
        name(contacts, caller("u"));
        answer = Uni.createFrom().failure(new PlatformFault(kind, "x"));

        pass(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(name(contacts, caller("u"))).isEqualTo("Ada");
        pass(Duration.ofSeconds(2));

        assertThat(refusal(contacts, caller("u")).retryAfter()).isPresent();
        assertThat(registry.counter("custom_actions.directory.copies", "age", "stale")
                        .count())
                .isEqualTo(1);
    }

    /** Time passes from the answer, however often the copy was of use. */
    @Test
    void shouldCountFromTheAnswer() {
        var contacts = contacts(Map.of());
        name(contacts, caller("u"));
        answer = Uni.createFrom().failure(new PlatformFault(Kind.TIMEOUT, "x"));

        IntStream.range(0, 9).forEach(minute -> {
            pass(Duration.ofMinutes(1));
            name(contacts, caller("u"));
        });
        pass(Duration.ofMinutes(1));

        assertThat(refusal(contacts, caller("u")).type()).isEqualTo(ErrorType.UNAVAILABLE);
    }

    @Test
    void shouldBelieveThePlatformThatAContactIsGoneOrForbidden() {
        var contacts = contacts(Map.of());
        name(contacts, caller("u"));
        pass(Duration.ofMinutes(1));

        answer = Uni.createFrom().failure(new PlatformFault(Kind.FORBIDDEN, "x"));
        assertThat(refusal(contacts, caller("u")).type()).isEqualTo(ErrorType.FORBIDDEN);
        answer = Uni.createFrom().failure(new PlatformFault(Kind.TIMEOUT, "x"));
        assertThat(refusal(contacts, caller("u")).type()).isEqualTo(ErrorType.UNAVAILABLE);
        answer = Uni.createFrom().failure(new PlatformFault(Kind.NOT_FOUND, "x"));

        assertThat(refusal(contacts, caller("u")).type()).isEqualTo(ErrorType.NOT_FOUND);
    }

    @Test
    void shouldKeepCopiesOfUsersAndOrganizationsApart() {
        var contacts = contacts(Map.of());
        name(contacts, caller("u"));
        name(contacts, caller("v"));
        name(contacts, caller(UUID.randomUUID(), "u"));

        assertThat(asked).hasSize(3);
    }

    @Test
    void shouldShareCopiesInTheOrganizationWithAHeaderForAll() {
        var contacts = contacts(
                Map.of("url", "https://chat.example.com/{organization_id}/{contact_id}", "authorization", "Token abc"));
        name(contacts, caller("u"));
        name(contacts, caller("v"));
        name(contacts, caller(UUID.randomUUID(), "u"));

        assertThat(asked).hasSize(2).allMatch(call -> call.endsWith("Token abc"));
    }

    @Test
    void shouldAskOnceForManyWhoWantTheSameAtOnce() {
        var waiting = new ArrayList<UniEmitter<? super JsonNode>>();
        answer = Uni.createFrom().emitter(waiting::add);
        var contacts = contacts(Map.of());
        var names = new ArrayList<String>();

        IntStream.range(0, 100)
                .forEach(click -> contacts.read(caller("u"), ID).subscribe().with(contact -> names.add(contact.name)));
        // Who hangs up takes nothing from the others.
        contacts.read(caller("u"), ID)
                .subscribe()
                .with(contact -> names.add("hung up"))
                .cancel();
        assertThat(waiting).hasSize(1);
        waiting.get(0).complete(named("Ada"));

        assertThat(names).hasSize(100).containsOnly("Ada");
    }

    @Test
    void shouldLimitTheCallsOfAnOrganization() {
        answer = Uni.createFrom().nothing();
        var contacts = contacts(Map.of());
        IntStream.range(0, CountedCalls.MOST)
                .forEach(i -> contacts.read(
                                caller("u"), ContactId.ofPlatform("c" + i).orElseThrow())
                        .subscribe()
                        .with(contact -> {}));

        assertThat(refusal(contacts, caller("u")).type()).isEqualTo(ErrorType.TOO_MANY_REQUESTS);
        answer = Uni.createFrom().item(named("Ada"));

        assertThat(name(contacts, caller(UUID.randomUUID(), "u"))).isEqualTo("Ada");
    }

    @Test
    void shouldRefuseAContactThatIsLargerOrDeeperThanAnyMayBe() {
        var large = JsonNodeFactory.instance.objectNode().put("name", "Ada");
        large.putObject("metadata").put("text", "x".repeat(100_000));
        answer = Uni.createFrom().item(large);
        var contacts = contacts(Map.of());
        assertThat(refusal(contacts, caller("u")).type()).isEqualTo(ErrorType.UNAVAILABLE);

        var deep = JsonNodeFactory.instance.objectNode().put("name", "Ada");
        var inner = deep.putObject("metadata");
        for (int i = 0; i < 950; i++) {
            inner = inner.putObject("a");
        }
        answer = Uni.createFrom().item(deep);

        assertThat(refusal(contacts, caller("u")).type()).isEqualTo(ErrorType.UNAVAILABLE);
    }

    @Test
    void shouldRefuseASearchWithoutAUrlForIt() {
        var contacts = contacts(Map.of());

        assertThatThrownBy(() -> contacts.list(caller("u"), Optional.empty(), new Paging(1, 50))
                        .await()
                        .atMost(Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.NOT_FOUND));
    }

    private PlatformContacts contacts(Map<String, String> more) {
        var all = new HashMap<>(Map.of("url", "https://chat.example.com/{contact_id}"));
        all.putAll(more);
        var settings = Directories.settings(all);
        PlatformCalls calls = (organizationId, url, authorization) -> {
            asked.add(url + " " + authorization);
            return answer;
        };
        return new PlatformContacts(
                settings, calls, new PlatformMonitor(registry, now::get, settings.contact(), true), null, now::get);
    }

    private String name(PlatformContacts contacts, Caller caller) {
        return read(contacts, caller).name;
    }

    private static Contact read(PlatformContacts contacts, Caller caller) {
        return contacts.read(caller, ID).await().atMost(Duration.ofSeconds(1));
    }

    private static ApiException refusal(PlatformContacts contacts, Caller caller) {
        var refusal = new ArrayList<Throwable>();
        contacts.read(caller, ID).subscribe().with(contact -> {}, refusal::add);
        assertThat(refusal).hasSize(1);
        return (ApiException) refusal.get(0);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private Caller caller(String user) {
        return caller(organization, user);
    }

    private static Caller caller(UUID organization, String user) {
        var caller = Caller.of(organization, user);
        return new Caller(
                caller.organization(),
                user,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new BearerToken("token")));
    }

    private static JsonNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }
}
