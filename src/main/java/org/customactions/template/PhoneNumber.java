package org.customactions.template;

/** Reads what is dialled out of a phone number as people write it. */
final class PhoneNumber {

    private PhoneNumber() {}

    /** A plus before the first digit and the digits, in whatever script they are written. */
    static String of(String written) {
        var number = new StringBuilder();
        written.codePoints().forEach(c -> {
            var digit = Character.digit(c, 10);
            if (digit >= 0) {
                number.append((char) ('0' + digit));
            } else if ((c == '+' || c == '\uff0b') && number.isEmpty()) {
                number.append('+');
            }
        });
        return number.toString();
    }
}
