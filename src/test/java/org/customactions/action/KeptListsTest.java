package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customactions.api.Paging;
import org.junit.jupiter.api.Test;

class KeptListsTest {

    private static final ListVersion VERSION = new ListVersion("42");
    private static final KeptLists.Which MANAGERS =
            new KeptLists.Which(Optional.empty(), Optional.empty(), Optional.empty());

    private final UUID organization = UUID.randomUUID();
    private long now;
    private final KeptLists lists = new KeptLists(() -> now);

    private static ListAnswers.Answer answer(int bytes) {
        return new ListAnswers.Answer(new EntityTag("tag"), Optional.of(new byte[bytes]));
    }

    private static KeptLists.Which page(int number) {
        return new KeptLists.Which(Optional.empty(), Optional.empty(), Optional.of(new Paging(number, 10)));
    }

    private static KeptLists.Which agents(String... roles) {
        return new KeptLists.Which(Optional.of(List.of(roles)), Optional.empty(), Optional.empty());
    }

    private void keep(KeptLists.Which which, int bytes) {
        lists.keep(organization, VERSION, which, answer(bytes));
    }

    @Test
    void shouldFindAListUntilSomethingChanges() {
        keep(MANAGERS, 100);

        assertThat(lists.find(organization, VERSION, MANAGERS)).isPresent();
        assertThat(lists.find(organization, new ListVersion("43"), MANAGERS)).isEmpty();
    }

    @Test
    void shouldTellListsApart() {
        keep(MANAGERS, 100);

        assertThat(List.of(
                        agents("agent"),
                        page(1),
                        new KeptLists.Which(Optional.empty(), Optional.of(true), Optional.empty()),
                        agents()))
                .allSatisfy(other ->
                        assertThat(lists.find(organization, VERSION, other)).isEmpty());
        assertThat(lists.find(UUID.randomUUID(), VERSION, MANAGERS)).isEmpty();
    }

    @Test
    void shouldForgetWhatWasBeforeAChange() {
        keep(MANAGERS, 100);

        lists.keep(organization, new ListVersion("43"), agents("agent"), answer(100));

        assertThat(lists.find(organization, VERSION, MANAGERS)).isEmpty();
        assertThat(lists.bytesOf(organization)).isLessThan(2_000);
    }

    @Test
    void shouldKeepAListForAMinute() {
        keep(MANAGERS, 100);
        now = KeptLists.LONGEST.toNanos() - 1;
        keep(page(1), 100);
        assertThat(lists.find(organization, VERSION, MANAGERS)).isPresent();

        now = KeptLists.LONGEST.toNanos();

        assertThat(lists.find(organization, VERSION, MANAGERS)).isEmpty();
        assertThat(lists.find(organization, VERSION, page(1))).isPresent();
    }

    @Test
    void shouldKeepSoManyListsOfAnOrganizationAtMost() {
        IntStream.rangeClosed(1, KeptLists.MOST_LISTS + 1).forEach(number -> keep(page(number), 100));

        assertThat(lists.find(organization, VERSION, page(1))).isEmpty();
        assertThat(lists.find(organization, VERSION, page(2))).isPresent();
        assertThat(lists.find(organization, VERSION, page(KeptLists.MOST_LISTS + 1)))
                .isPresent();
    }

    @Test
    void shouldKeepSoManyBytesOfAnOrganizationAtMost() {
        IntStream.rangeClosed(1, 8).forEach(number -> keep(page(number), KeptLists.MOST_OF_ORGANIZATION / 4));

        assertThat(lists.bytesOf(organization)).isLessThanOrEqualTo(KeptLists.MOST_OF_ORGANIZATION);
        assertThat(lists.find(organization, VERSION, page(8))).isPresent();
    }

    @Test
    void shouldKeepTheTagOfAListThatIsTooLarge() {
        keep(MANAGERS, KeptLists.MOST_OF_ORGANIZATION);

        assertThat(lists.find(organization, VERSION, MANAGERS))
                .hasValueSatisfying(found -> assertThat(found.body()).isEmpty());
        assertThat(lists.bytesOf(organization)).isLessThan(2_000);
    }

    @Test
    void shouldCountTheNamesOfRoles() {
        keep(agents("x".repeat(8_000)), 1);

        assertThat(lists.bytesOf(organization)).isGreaterThan(16_000);
    }

    @Test
    void shouldLeaveOthersTheirLists() {
        var other = UUID.randomUUID();
        lists.keep(other, VERSION, MANAGERS, answer(100));

        IntStream.rangeClosed(1, 100).forEach(number -> keep(page(number), KeptLists.MOST_OF_ORGANIZATION / 4));

        assertThat(lists.find(other, VERSION, MANAGERS)).isPresent();
    }
}
