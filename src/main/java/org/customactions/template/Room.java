package org.customactions.template;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * How long a filled-in template may become.
 *
 * @param characters in UTF-16 code units
 * @param tooLong what is thrown once it becomes longer
 */
public record Room(int characters, Supplier<? extends RuntimeException> tooLong) {

    /** 1,048,576 characters. */
    public static final Room MOST = of("template", 1024 * 1024);

    /** @param what the template, as the sentence names it */
    public static Room of(String what, int characters) {
        return saying(
                String.format(Locale.ROOT, "The filled-in %s becomes longer than %,d characters", what, characters),
                characters);
    }

    /** @param sentence what is said if it becomes longer */
    public static Room saying(String sentence, int characters) {
        return new Room(characters, () -> new RenderException(sentence));
    }
}
