package org.customactions.url;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Converts internationalised host names as browsers do: by UTS 46, non-transitional, with the checks for joiners and
 * for text from right to left. So {@code straße.example} is {@code xn--strae-oqa.example}.
 */
final class Uts46 {

    private static final IDNA CONVERSION = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /** Browsers accept hyphens anywhere; lengths and the rest are checked afterwards. */
    private static final Set<IDNA.Error> JUDGED_ELSEWHERE = EnumSet.of(
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4,
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG);

    private static final String ENCODED = "xn--";

    /** Longer than any name becomes shorter by the conversion. */
    private static final int MAX_WRITTEN = 1_024;

    private Uts46() {}

    /** The name in lower-case ASCII, not checked any further; empty if it is not a valid internationalised name. */
    static Optional<String> ascii(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80) && !lower.contains(ENCODED)) {
            return Optional.of(lower);
        }
        if (name.length() > MAX_WRITTEN) {
            return Optional.empty();
        }
        var problems = new IDNA.Info();
        var ascii = CONVERSION.nameToASCII(name, new StringBuilder(), problems).toString();
        return JUDGED_ELSEWHERE.containsAll(problems.getErrors()) ? Optional.of(ascii) : Optional.empty();
    }
}
