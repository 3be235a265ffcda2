package org.customactions.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.mustachejava.Mustache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A checked, compiled mustache(5) template; immutable and thread-safe. It can contain variables
 * ({@code {{contact.name}}}), variables without escaping ({@code {{{name}}}}, {@code {{&name}}}), texts in quotes
 * ({@code {{"{{1}}"}}}), each with filters ({@code {{contact.name | upper}}}), sections, inverted sections and
 * comments; everything else is refused. A false, null, missing or empty value skips a section; 0 does not.
 *
 * <p>A template has at most 262,144 characters, 1,000 tags, 20 levels of sections and names of 255 characters. What it
 * may become is limited by a {@link Room}, and what that may cost by the {@link RenderBudget} of the click. Variables
 * are plain data: Map, List, String, Number, Boolean and null, nested up to 1,000 levels.
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
    private final List<Token> tokens;
    private final Mustache tree;

    private Template(Key key) {
        this.source = key.source();
        this.escaping = key.escaping();
        this.tokens = TemplateScanner.scan(source);
        this.tree = TemplateCompiler.compile(source, tokens, escaping);
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
     * Fills the template in, with the budget of one click and the most room. An unknown or null variable renders as
     * nothing.
     *
     * @throws RenderException past a limit, or if a value cannot stand in its place
     */
    public String render(Map<String, Object> variables) {
        return render(variables, RenderBudget.ofClick(), Room.MOST);
    }

    /**
     * Fills the template in.
     *
     * @param budget what is left for this click
     * @throws RenderException past a limit, or if a value cannot stand in its place
     */
    public String render(Map<String, Object> variables, RenderBudget budget, Room room) {
        return fill(variables, budget, room, StandardCharsets.UTF_8).text();
    }

    /**
     * Fills the template in, and tells where values of a JSON document are missing.
     *
     * @param budget what is left for this click
     * @param charset what values of a form are encoded in
     * @throws RenderException past a limit, or if a value cannot stand in its place
     */
    public Filled fill(Map<String, Object> variables, RenderBudget budget, Room room, Charset charset) {
        if (variables instanceof Variables named) {
            named.hideIn(budget.hidden());
        }
        var output = new RenderOutput(room, budget, charset);
        tree.execute(output, (Object) variables);
        var filled = output.filled(source);
        if (escaping == Escaping.HEADER) {
            HeaderText.check(filled.text());
        }
        return filled;
    }

    /** The variables that the template names, sections included, in order. */
    public List<VariableUse> variables() {
        return VariableUse.in(source, tokens);
    }

    /** The names of the secrets that the template uses. */
    public Set<String> secrets() {
        return tokens.stream()
                .filter(Token::usesSecret)
                .map(token -> token.path().secret())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Refuses a template that uses a secret.
     *
     * @param sentence why it may not
     * @throws TemplateException with the sentence and the first place, if it uses one
     */
    public void refuseSecrets(String sentence) {
        tokens.stream().filter(Token::usesSecret).findFirst().ifPresent(token -> {
            throw new TemplateException(sentence, source, token.start());
        });
    }

    /**
     * What the template probably does not mean.
     *
     * @param known sample variables, as {@link SampleVariables} has them
     * @return one sentence each
     */
    public List<String> warnings(Map<String, Object> known) {
        return TemplateWarnings.of(tokens, escaping, known);
    }

    List<Token> tokens() {
        return tokens;
    }

    /** The template as it was written. */
    public String source() {
        return source;
    }

    record Key(String source, Escaping escaping) {

        private static final int OVERHEAD = 1_000;

        int weight() {
            return source.length() + OVERHEAD;
        }
    }
}
