package org.customactions.text;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;

/**
 * Where an agent is, as the page says in its context: {@code {"time_zone": "Europe/Berlin", "locale": "de-DE"}}. What
 * is missing or unknown is UTC and English, because a page may use these names for something else.
 *
 * @param zone for times without a zone of their own
 * @param locale for names of months and days, and for the form of numbers
 */
public record Region(ZoneId zone, Locale locale) {

    /** What a page says that says nothing. */
    public static final Region DEFAULT = new Region(ZoneOffset.UTC, Locale.ENGLISH);

    private static final int MAX_LENGTH = 100;

    /** The region that a page's context names. */
    public static Region of(Object context) {
        return context instanceof Map<?, ?> given
                ? new Region(zone(given.get("time_zone")), locale(given.get("locale")))
                : DEFAULT;
    }

    private static ZoneId zone(Object name) {
        try {
            return name instanceof String text && text.length() <= MAX_LENGTH ? ZoneId.of(text) : DEFAULT.zone;
        } catch (DateTimeException e) {
            return DEFAULT.zone;
        }
    }

    private static Locale locale(Object tag) {
        try {
            var locale = tag instanceof String text && text.length() <= MAX_LENGTH
                    ? new Locale.Builder()
                            .setLanguageTag(text.replace('_', '-'))
                            .build()
                    : DEFAULT.locale;
            return locale.getLanguage().isEmpty() ? DEFAULT.locale : locale;
        } catch (IllformedLocaleException e) {
            return DEFAULT.locale;
        }
    }
}
