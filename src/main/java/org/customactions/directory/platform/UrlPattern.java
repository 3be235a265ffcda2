package org.customactions.directory.platform;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customactions.url.PercentEncoding;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;

/** A URL of a setting with names in braces, in whose places values go. */
final class UrlPattern {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]*)}");

    private final String pattern;
    private final Set<String> names = new TreeSet<>();

    /**
     * @param setting name of the setting
     * @param known names that may stand in it
     * @throws ConfigurationException if it can be no URL of a platform
     */
    UrlPattern(String setting, String text, Set<String> known) {
        this.pattern = text.strip();
        PLACE.matcher(pattern).results().forEach(place -> names.add(place.group(1)));
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new ConfigurationException("%s has {%s}, which nothing is known to put in; known are %s"
                    .formatted(setting, name, inBraces(known)));
        });
        check(setting, PLACE.matcher(pattern).replaceAll("x"));
        if (PLACE.matcher(authority()).find()) {
            throw new ConfigurationException(
                    "%s has a name in braces in its host, which must be written out".formatted(setting));
        }
    }

    private static void check(String setting, String example) {
        try {
            var url = URI.create(Urls.normalize(example, Urls.WEB));
            if (url.getRawFragment() != null || url.getRawUserInfo() != null) {
                throw new ConfigurationException(
                        "%s must have neither a user name nor a fragment (#)".formatted(setting));
            }
        } catch (UrlException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "%s must be a URL like https://chat.example.com/api/contacts/{contact_id}".formatted(setting));
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** Each value is one segment of a path, or one value of a query, whatever it holds. */
    String with(Map<String, String> values) {
        return PLACE.matcher(pattern)
                .replaceAll(place ->
                        Matcher.quoteReplacement(PercentEncoding.component(values.getOrDefault(place.group(1), ""))));
    }

    private String authority() {
        var start = pattern.indexOf("//") + 2;
        var end = pattern.substring(start).split("[/?#]", 2)[0].length();
        return pattern.substring(start, start + end);
    }

    private static String inBraces(Set<String> names) {
        return String.join(", ", names.stream().sorted().map("{%s}"::formatted).toList());
    }

    /** Without its query, for the log. */
    @Override
    public String toString() {
        return pattern.replaceFirst("[?#].*", "");
    }
}
