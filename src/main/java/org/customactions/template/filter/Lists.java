package org.customactions.template.filter;

import java.util.List;
import java.util.Map;

/** What filters make of lists. Any other value is taken for a list of that value alone. */
final class Lists {

    private Lists() {}

    static Object first(Object value) {
        return value instanceof List<?> list ? list.isEmpty() ? null : list.get(0) : value;
    }

    static Object last(Object value) {
        return value instanceof List<?> list ? list.isEmpty() ? null : list.get(list.size() - 1) : value;
    }

    /** How many elements a list has, entries an object, characters a text. */
    static Object size(Object value) {
        if (value instanceof List<?> list) {
            return (long) list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return (long) map.size();
        }
        if (value instanceof String text) {
            return (long) text.codePointCount(0, text.length());
        }
        return Json.isMissing(value) ? 0L : 1L;
    }

    /** An element without a value is written as nothing. */
    static Object joined(Object value, String separator, Work work) {
        if (!(value instanceof List<?> list)) {
            return Json.isNull(value) ? value : work.text(value);
        }
        work.count((long) list.size() * (1L + separator.length()));
        var joined = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            joined.append(i == 0 ? "" : separator);
            var element = list.get(i);
            joined.append(element == null ? "" : work.text(element));
        }
        return joined.toString();
    }
}
