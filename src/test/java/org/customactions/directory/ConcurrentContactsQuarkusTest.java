package org.customactions.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.RepeatedTest;

/** Bulk writes that meet: the end is that of one after the other. */
@QuarkusTest
class ConcurrentContactsQuarkusTest {

    private static final String CONTACTS = "/api/contacts";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @RepeatedTest(5)
    void shouldLetTheLastOfTwoBatchesWin() {
        var ids = IntStream.range(0, 300).mapToObj(i -> UUID.randomUUID()).toList();
        var one = ids.subList(0, 200);
        var other = new ArrayList<>(ids.subList(100, 300));
        Collections.reverse(other);

        var statuses = Concurrently.times(
                2,
                Patience.LIMIT,
                i -> put(manager, i == 0 ? one : other, "From " + i).statusCode());

        assertThat(statuses).containsExactly(200, 200);
        assertThat(names(ids.subList(0, 100))).containsOnly("From 0").hasSize(100);
        assertThat(Set.copyOf(names(ids.subList(100, 200)))).hasSize(1).isSubsetOf("From 0", "From 1");
        assertThat(names(ids.subList(200, 300))).containsOnly("From 1").hasSize(100);
    }

    @RepeatedTest(5)
    void shouldLetTwoOrganizationsUseTheSameNewIdAtOnce() {
        var shared = UUID.randomUUID();
        var stranger = UUID.randomUUID();
        var organizations = List.of(organization, stranger);

        var statuses = Concurrently.times(
                2,
                Patience.LIMIT,
                i -> put(
                                Tokens.manager(organizations.get(i)).sign(),
                                List.of(UUID.randomUUID(), shared, UUID.randomUUID()),
                                "From " + i)
                        .statusCode());

        assertThat(statuses).containsExactly(200, 200);
        assertThat(names(List.of(shared))).containsExactlyInAnyOrder("From 0", "From 1");
        assertThat(organizations).allSatisfy(one -> assertThat(stored(one)).isEqualTo(3));
    }

    @RepeatedTest(3)
    void shouldWriteAllBesideTheDeletionOfOne() {
        var ids = IntStream.range(0, 200).mapToObj(i -> UUID.randomUUID()).toList();
        put(manager, ids, "Old").then().statusCode(200);

        var statuses = Concurrently.times(
                2,
                Patience.LIMIT,
                i -> (i == 0 ? put(manager, ids, "New") : Api.as(manager).delete(CONTACTS + "/{id}", ids.get(100)))
                        .statusCode());

        assertThat(statuses).containsExactly(200, 200);
        assertThat(names(ids)).containsOnly("New").hasSize(200);
    }

    private static Response put(String token, List<UUID> ids, String name) {
        var contacts = ids.stream()
                .map(id -> Map.of("id", id, "phone_number", "1", "name", name))
                .toList();
        return Api.as(token).body(Map.of("contacts", contacts)).put(CONTACTS);
    }

    private static List<String> names(List<UUID> ids) {
        var list = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        return ServiceResource.database()
                .query("select name from contacts where id = any(cast(string_to_array(?, ',') as uuid[]))", list)
                .stream()
                .map(row -> (String) row.get("name"))
                .toList();
    }

    private static long stored(UUID organization) {
        return ServiceResource.database()
                .queryCount("select count(*) from contacts where organization_id = ?", organization);
    }
}
