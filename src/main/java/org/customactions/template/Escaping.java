package org.customactions.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.customactions.text.MediaType;
import org.customactions.text.PhoneNumber;
import org.customactions.url.PercentEncoding;

/**
 * The place that a value is written to. It decides how the value is escaped, so that it can never break out. In every
 * place an unpaired surrogate becomes U+FFFD, because it has no UTF-8 form.
 */
public enum Escaping {
    /**
     * A JSON document (RFC 8259). Inside quotes a string becomes text of the literal, and any other value its JSON as
     * such text. U+2028 and U+2029 are escaped too, for readers that run it as JavaScript. Outside quotes a value is
     * written as JSON; text that is not a JSON value by itself is refused there.
     */
    JSON {
        @Override
        String escape(String text) {
            return JsonPlace.escape(text);
        }

        @Override
        void writeText(RenderOutput output, String text, String name) {
            JsonPlace.writeText(output, text, name);
        }

        @Override
        void writeJson(RenderOutput output, String json, String name) {
            JsonPlace.writeJson(output, json, name);
        }
    },
    /** One JSON document in each line. */
    JSON_LINES {
        @Override
        String escape(String text) {
            return JSON.escape(text);
        }

        @Override
        void writeText(RenderOutput output, String text, String name) {
            JSON.writeText(output, text, name);
        }

        @Override
        void writeJson(RenderOutput output, String json, String name) {
            JSON.writeJson(output, json, name);
        }
    },
    /**
     * A name or value of {@code application/x-www-form-urlencoded}, a space as {@code +} (WHATWG URL, 5). Line breaks
     * of the template around {@code &} and at its ends are dropped.
     */
    FORM {
        @Override
        String escape(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Override
        void writeText(RenderOutput output, String text, String name) {
            output.write(FormText.encode(text, output.charset(), name));
        }

        @Override
        void writeJson(RenderOutput output, String json, String name) {
            writeText(output, json, name);
        }
    },
    /**
     * XML 1.0 character data, a quoted attribute, or a CDATA section, in which text stays as it is but for its end
     * mark. Characters that XML 1.0 forbids are dropped.
     */
    XML {
        @Override
        String escape(String text) {
            return XmlText.escape(text);
        }

        @Override
        void writeText(RenderOutput output, String text, String name) {
            output.write(output.isInCdata() ? XmlText.cdata(text, output.endsWith(']')) : escape(text));
        }

        @Override
        void writeJson(RenderOutput output, String json, String name) {
            writeText(output, json, name);
        }
    },
    /** Any other body: text stays as it is. */
    TEXT {
        @Override
        String escape(String text) {
            return text;
        }
    },
    /** A header field value: control characters and line separators are dropped (RFC 9110, 5.5). */
    HEADER {
        @Override
        String escape(String text) {
            return HeaderText.escape(text);
        }
    },
    /** A component of a URL: everything but RFC 3986 unreserved characters is percent-encoded as UTF-8. */
    URL {
        @Override
        String escape(String text) {
            return PercentEncoding.component(text);
        }
    },
    /**
     * A URL that begins with a phone number, such as {@code tel:}. Up to the first question mark a value is a number:
     * of it only a leading {@code +} and digits stay (RFC 3966, 5.1.1). After that it is a component as in
     * {@link #URL}.
     */
    PHONE_URL {
        @Override
        String escape(String text) {
            return URL.escape(text);
        }

        @Override
        void writeText(RenderOutput output, String text, String name) {
            output.write(output.has('?') ? escape(text) : PhoneNumber.of(text));
        }

        @Override
        void writeJson(RenderOutput output, String json, String name) {
            writeText(output, json, name);
        }
    };

    /** The escaping for a body of this Content-Type; a missing or unknown type is {@link #TEXT}. */
    public static Escaping ofContentType(String contentType) {
        return contentType == null ? TEXT : of(MediaType.parse(contentType));
    }

    /** The escaping for a body of this type. */
    public static Escaping of(MediaType type) {
        if (type.isJson()) {
            return JSON;
        }
        if (type.isJsonLines()) {
            return JSON_LINES;
        }
        if (type.isXml()) {
            return XML;
        }
        return type.isForm() ? FORM : TEXT;
    }

    /** Escapes well-formed text. */
    abstract String escape(String text);

    /** Whether what is filled in is JSON, as a whole or line by line. */
    public boolean isJson() {
        return this == JSON || this == JSON_LINES;
    }

    /** Writes a string. */
    void writeText(RenderOutput output, String text, String name) {
        output.write(escape(text));
    }

    /** Writes the JSON of any other value. */
    void writeJson(RenderOutput output, String json, String name) {
        output.write(escape(json));
    }
}
