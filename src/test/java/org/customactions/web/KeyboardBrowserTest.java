package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The buttons without a mouse, also where there is room for few of them. */
@Full
@QuarkusTest
class KeyboardBrowserTest extends ChatTest {

    private static final String MORE = "More actions";

    @BeforeEach
    void createActions() {
        IntStream.rangeClosed(1, 5)
                .forEach(number -> buttons.script(
                        "Action " + number, "return { toast: { message: 'ran %d', type: 'info' } }".formatted(number)));
    }

    private void openNarrow(String further) {
        open(Map.of("data-token", buttons.agent()), "narrow" + further);
        await().until(() -> page.buttons().contains(MORE));
    }

    private void press(CharSequence... keys) {
        for (var key : keys) {
            new Actions(browser).sendKeys(key).perform();
        }
    }

    /** The title of the button, or the text of the menu's item, that has the focus. */
    private String focused() {
        return (String) page.script("const at = document.querySelector('custom-actions').shadowRoot.activeElement;"
                + "return at && (at.title || at.textContent.trim())");
    }

    @Test
    void shouldBeOneStopOfTheTabKeyAndMoveByArrows() {
        open();
        page.button("Action 5");

        press(Keys.TAB);
        var first = focused();
        press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        var third = focused();
        press(Keys.ARROW_LEFT, Keys.END, Keys.ARROW_RIGHT);
        var around = focused();
        press(Keys.ARROW_LEFT, Keys.ENTER);

        assertThat(first).isEqualTo("Action 1");
        assertThat(third).isEqualTo("Action 3");
        assertThat(around).isEqualTo("Action 1");
        page.awaitToast("info", "ran 5");
        assertThat(focused()).isEqualTo("Action 5");
    }

    @Test
    void shouldMoveTheOtherWayWhereTextRunsFromRightToLeft() {
        open();
        page.button("Action 5");
        page.script("document.documentElement.dir = 'rtl'");

        press(Keys.TAB, Keys.ARROW_LEFT);

        assertThat(focused()).isEqualTo("Action 2");
    }

    @Test
    void shouldPutWhatDoesNotFitIntoAMenu() {
        openNarrow("");
        assertThat(page.buttons()).containsExactly("Action 1", MORE);

        press(Keys.TAB, Keys.END, Keys.ENTER);

        await().until(() -> "Action 2".equals(focused()));
        assertThat(page.parts(".item")).hasSize(4);
        press(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ARROW_UP);
        assertThat(focused()).isEqualTo("Action 5");
        press(Keys.ENTER);
        page.awaitToast("info", "ran 5");
        assertThat(focused()).isEqualTo(MORE);
        assertThat(page.part(".menu").isDisplayed()).isFalse();
    }

    @Test
    void shouldLeaveTheMenuByEscape() {
        openNarrow("");
        press(Keys.TAB, Keys.END, Keys.ARROW_UP);
        await().until(() -> "Action 5".equals(focused()));

        press(Keys.ESCAPE);

        assertThat(focused()).isEqualTo(MORE);
        await().until(() -> "false".equals(page.button(MORE).getAttribute("aria-expanded")));
    }

    @Test
    void shouldFindAnItemOfTheMenuByItsFirstLetter() {
        buttons.script("Zebra", "return {}");
        openNarrow("");
        press(Keys.TAB, Keys.END, Keys.ENTER);
        await().until(() -> "Action 2".equals(focused()));

        press("z");

        assertThat(focused()).isEqualTo("Zebra");
    }

    @Test
    void shouldFollowTheWidthOfItsContainer() {
        openNarrow("");

        page.script("document.querySelector('.narrow').className = ''");

        await().until(() -> page.buttons().size() == 5);
        assertThat(page.buttons()).doesNotContain(MORE);
    }

    @Test
    void shouldDismissAToastByEscapeAndGoBackToTheButtons() {
        open();
        page.button("Action 1");
        press(Keys.TAB, Keys.ENTER);
        page.awaitToast("info", "ran 1");

        press(Keys.TAB);
        var inToast = focused();
        press(Keys.ESCAPE);

        assertThat(inToast).isEqualTo("Dismiss");
        assertThat(page.toasts()).isEmpty();
        assertThat(focused()).isEqualTo("Action 1");
    }
}
