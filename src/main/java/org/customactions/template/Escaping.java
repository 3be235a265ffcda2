package org.customactions.template;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.customactions.url.PercentEncoding;

/**
 * The place that a value is written to. It decides how the value is escaped, so that it can never break out. In every
 * place an unpaired surrogate becomes U+FFFD, because it has no UTF-8 form.
 */
public enum Escaping {
    /**
     * Inside a JSON string literal (RFC 8259). U+2028 and U+2029 are escaped too, for readers that run it as
     * JavaScript.
     */
    JSON {
        @Override
        String escape(String text) {
            return JsonText.escapeLineSeparators(
                    new String(JsonStringEncoder.getInstance().quoteAsString(text)));
        }

        @Override
        String escapeJson(String json) {
            return json;
        }
    },
    /** A name or value of {@code application/x-www-form-urlencoded}, UTF-8, a space as {@code +} (WHATWG URL, 5). */
    FORM {
        @Override
        String escape(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    },
    /** XML 1.0 character data or a quoted attribute; characters XML 1.0 forbids are dropped. */
    XML {
        @Override
        String escape(String text) {
            return XmlText.escape(text);
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
    };

    /**
     * The escaping for a body of this Content-Type. Parameters and letter case are ignored; a missing or unknown type
     * is {@link #TEXT}.
     */
    public static Escaping ofContentType(String contentType) {
        if (contentType == null) {
            return TEXT;
        }
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("application/json") || type.endsWith("+json")) {
            return JSON;
        }
        if (type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml")) {
            return XML;
        }
        return type.equals("application/x-www-form-urlencoded") ? FORM : TEXT;
    }

    /** Escapes well-formed text. */
    abstract String escape(String text);

    /** Escapes a value that was written as JSON because it is not a string. */
    String escapeJson(String json) {
        return escape(json);
    }
}
