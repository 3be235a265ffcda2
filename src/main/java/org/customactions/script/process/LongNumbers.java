package org.customactions.script.process;

import java.util.UUID;

/**
 * JSON in which whole numbers of many digits are texts that begin with a mark, because a parser of JavaScript would
 * round them.
 *
 * @param mark stands nowhere else in the JSON; empty if there are no such numbers
 */
record LongNumbers(String json, String mark) {

    /** A number of fewer digits is never rounded. */
    private static final int ROUNDED_DIGITS = 16;

    static LongNumbers marked(String json) {
        if (!hasManyDigits(json)) {
            return new LongNumbers(json, "");
        }
        var mark = UUID.randomUUID() + ":";
        var marked = new StringBuilder(json.length() + mark.length());
        for (int i = 0; i < json.length(); ) {
            var end = endOfToken(json, i);
            var token = json.substring(i, end);
            marked.append(isLongNumber(token) ? '"' + mark + token + '"' : token);
            i = end;
        }
        return new LongNumbers(marked.toString(), mark);
    }

    /** Whether there are many digits in a row, be it in a text. */
    private static boolean hasManyDigits(String json) {
        var digits = 0;
        for (int i = 0; i < json.length(); i++) {
            digits = isDigit(json.charAt(i)) ? digits + 1 : 0;
            if (digits == ROUNDED_DIGITS) {
                return true;
            }
        }
        return false;
    }

    /** A text and a number are one token each; anything else is a character. */
    private static int endOfToken(String json, int start) {
        var end = start + 1;
        if (json.charAt(start) == '"') {
            while (json.charAt(end) != '"') {
                end += json.charAt(end) == '\\' ? 2 : 1;
            }
            return end + 1;
        }
        if (json.charAt(start) == '-' || isDigit(json.charAt(start))) {
            while (end < json.length() && "0123456789+-.eE".indexOf(json.charAt(end)) >= 0) {
                end++;
            }
        }
        return end;
    }

    private static boolean isLongNumber(String token) {
        return token.length() >= ROUNDED_DIGITS
                && token.chars().skip(token.charAt(0) == '-' ? 1 : 0).allMatch(unit -> isDigit((char) unit));
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    /** Without the JSON, which belongs to customers. */
    @Override
    public String toString() {
        return "LongNumbers[" + json.length() + "]";
    }
}
