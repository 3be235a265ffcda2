package org.customactions.text;

/** Reads what is dialled out of a phone number as people write it, in the digits of whatever script. */
public final class PhoneNumber {

    private PhoneNumber() {}

    /** A plus before the first digit and the digits. */
    public static String of(String written) {
        var number = new StringBuilder();
        written.codePoints().forEach(c -> {
            if ((c == '+' || c == '\uff0b') && number.isEmpty()) {
                number.append('+');
            } else {
                appendDigit(number, c);
            }
        });
        return number.toString();
    }

    /** The digits alone. */
    public static String digits(String written) {
        var digits = new StringBuilder();
        written.codePoints().forEach(c -> appendDigit(digits, c));
        return digits.toString();
    }

    private static void appendDigit(StringBuilder digits, int c) {
        var digit = Character.digit(c, 10);
        if (digit >= 0) {
            digits.append((char) ('0' + digit));
        }
    }
}
