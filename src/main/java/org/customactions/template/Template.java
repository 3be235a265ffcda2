package org.customactions.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.mustachejava.Mustache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A checked, compiled mustache(5) template; immutable and thread-safe. It can contain variables
 * ({@code {{contact.name}}}), variables without escaping ({@code {{{name}}}}, {@code {{&name}}}), sections, inverted
 * sections and comments; everything else is refused. A false, null, missing or empty value skips a section; 0 does not.
 *
 * <p>A template has at most 262,144 characters, 1,000 tags, 20 levels of sections and names of 255 characters. One
 * rendering writes at most 1,048,576 characters, fills in at most 100,000 tags, works through at most 8,388,608
 * characters of values and takes at most 250 ms. Variables are plain data: Map, List, String, Number, Boolean and null,
 * nested up to 1,000 levels.
 */
// Caffeine loads the class of a weighted cache by name, and a native image must know that name.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
public final class Template {

    /** In characters of source; a compiled template takes a small multiple of that. */
    static final long MAX_CACHED = 8L * 1024 * 1024;

    static final Cache<Key, Template> CACHE = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED)
            .weigher((Key key, Template template) -> key.weight())
            .build();

    private final String source;
    private final Escaping escaping;
    private final Mustache tree;

    private Template(Key key) {
        this.source = key.source();
        this.escaping = key.escaping();
        this.tree = TemplateCompiler.compile(source, escaping);
    }

    /**
     * Checks and compiles a template. Compiled templates are cached; past 8 Mi characters of source the least used ones
     * are dropped.
     *
     * @throws TemplateException if the source is not a valid template; the message says where
     */
    public static Template compile(String source, Escaping escaping) {
        return CACHE.get(new Key(source, escaping), Template::new);
    }

    /**
     * Fills the template in. An unknown or null variable renders as nothing.
     *
     * @throws RenderException past a limit, or if an unescaped value brings control characters into a header value
     */
    public String render(Map<String, Object> variables) {
        return render(variables, Limits.DEFAULT, System::nanoTime);
    }

    String render(Map<String, Object> variables, Limits limits, LongSupplier nanoClock) {
        var text = run(variables, new RenderOutput(limits, new LinkedHashSet<>(), nanoClock));
        if (escaping == Escaping.HEADER) {
            HeaderText.check(text);
        }
        return text;
    }

    /**
     * The names in the template that these variables do not have, in the order of rendering. A name whose value is null
     * or empty is known. Names inside a skipped section are not checked, because the section's own value decides what
     * they mean.
     *
     * @throws RenderException past a limit of {@link #render}
     */
    public List<String> unknownVariables(Map<String, Object> variables) {
        var unknown = new LinkedHashSet<String>();
        run(variables, new RenderOutput(Limits.DEFAULT, unknown, System::nanoTime));
        return List.copyOf(unknown);
    }

    /** The template as it was written. */
    public String source() {
        return source;
    }

    private String run(Map<String, Object> variables, RenderOutput output) {
        tree.execute(output, (Object) variables);
        return output.toString();
    }

    record Key(String source, Escaping escaping) {

        private static final int OVERHEAD = 1_000;

        int weight() {
            return source.length() + OVERHEAD;
        }
    }
}
