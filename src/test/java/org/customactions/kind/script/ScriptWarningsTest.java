package org.customactions.kind.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What saving a script warns of. */
class ScriptWarningsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '\0',
            value = {
                "return await fetch('https://a.example') ^ fetch is not available (line 1): a script has no network; use a webhook for calls to other services",
                "const fs = require('fs'); return fs ^ require is not available (line 1): a script cannot load modules",
                "return { toast: document.title } ^ document is not available (line 1): a script runs on the server and has no page; what it returns decides what the agent sees",
                "return contact.nmae ^ contact.nmae is not a known variable (line 1); did you mean contact.name?",
                "return user?.mail ^ user.mail is not a known variable (line 1); did you mean user.email?",
                "return~{ toast: 'Hi' } ^ return stands alone in line 1, so it returns nothing; begin its value in the same line",
                "return { redirect_url: 'https://a.example' } ^ redirect_url has no effect (line 1); return url instead",
                "return { clipbord: contact.name } ^ clipbord has no effect (line 1); return clipboard instead",
                "return { 'redirectUrl': 'x' } ^ redirectUrl has no effect (line 1); return url instead",
                "return { clipboard: 42 } ^ clipboard is a number (line 1), which has no effect; return a text",
                "return { clipboard: crypto.subtle.digest('SHA-1', x) } ^ clipboard is a promise (line 1), which has no effect; write await in front of it",
                "async function main() { return { toast: 'Hi' } } ^ main is never called, so the code does nothing; end it with return main()",
                "async function main() { return { toast: 'Hi' } }~main(); ^ The code returns nothing, so its result has no effect; write return in front of main()",
                "const main = () => { return 1 };~main() ^ The code returns nothing, so its result has no effect; write return in front of main()",
                "({ toast: 'Hi', clipboard: contact.name }) ^ The code returns nothing, so its result has no effect; write return in front of the object",
                "const result = { toast: 'Hi' };~result; ^ The code returns nothing, so its result has no effect; write return in front of result",
            })
    void shouldWarn(String code, String warning) {
        assertThat(ScriptWarnings.of(code.replace('~', '\n').strip())).containsExactly(warning.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return 1",
                "",
                "// fetch('x')",
                "console.log('fetch(1)', `require(${contact.name})`)",
                "const fetch = () => 1; return fetch()",
                "return context.fetch(1) ?? contact.metadata.document",
                "return { fetch: 1, window: 2 }",
                "return typeof window",
                "const run = (document) => document.id; return run(contact)",
                "if (contact.name) { return { toast: 'a' } } else { return { toast: 'b' } }",
                "for (const tag of contact.tags) { if (tag) return tag }",
                "try { return JSON.parse(contact.metadata.x) } catch (e) { return { toast: e.message } }",
                "function main() { return 1 } return main()",
                "return main(); async function main() { return { toast: 'Hi' } }",
                "return contact.name.replace(/[/\"']/g, '').toUpperCase()",
                "return\n",
                "if (!contact.name) return\nreturn { toast: contact.name }",
                "return { ...contact, name: contact.name }",
                "return { items: [{ redirect_url: 1 }], total: 2 }",
                "const contact2 = contact; const { name } = contact; return name",
                "let contact = { nmae: 1 }; return contact.nmae",
                "class A { async get() { return 1 } } return new A().get()",
                "return contact.hasOwnProperty('name')",
                "const report = () => { console.log('x') }; report()",
                "return `${contact.tags.map((tag) => `<${tag}>`)}`",
            })
    void shouldNotWarn(String code) {
        assertThat(ScriptWarnings.of(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "\"", "`${", "'\\", "}}}}", "((((", "return", "return {", "/*", "a =>", "function", "catch"
            })
    void shouldReadWhateverComes(String code) {
        assertThat(ScriptWarnings.of(code)).hasSizeLessThan(2);
    }

    @Test
    void shouldWarnOfTenThingsAtMost() {
        var code = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            code.append("fetch(").append(i).append(");\n");
        }

        assertThat(ScriptWarnings.of(code.toString())).hasSize(10);
    }
}
