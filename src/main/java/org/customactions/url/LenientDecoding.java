package org.customactions.url;

import java.util.HexFormat;

/**
 * Decodes percent-encoding as the most careless server does: also {@code %u002e}, and UTF-8 in more bytes than it needs
 * (such as {@code %c0%ae} for a dot). What is no escape stays as it is.
 */
final class LenientDecoding {

    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private int position;

    private LenientDecoding(String text) {
        this.text = text;
    }

    static String decode(String text) {
        return new LenientDecoding(text).decode();
    }

    private String decode() {
        while (position < text.length()) {
            if (byteAt(position) >= 0) {
                appendCharacter();
            } else if (text.startsWith("%u", position) || text.startsWith("%U", position)) {
                appendUnit();
            } else {
                decoded.append(text.charAt(position++));
            }
        }
        return decoded.toString();
    }

    /** One or more escaped bytes of a character; a byte that begins none stands for itself. */
    private void appendCharacter() {
        var first = byteAt(position);
        position += 3;
        var more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
        var codePoint = first & (0x7F >> (more == 0 ? 0 : more + 1));
        for (int i = 0; i < more; i++) {
            var next = byteAt(position + 3 * i);
            if ((next & 0xC0) != 0x80) {
                decoded.append((char) first);
                return;
            }
            codePoint = codePoint << 6 | next & 0x3F;
        }
        position += 3 * more;
        decoded.appendCodePoint(more == 0 ? first : Math.min(codePoint, Character.MAX_CODE_POINT));
    }

    private void appendUnit() {
        var end = position + 6;
        if (end <= text.length() && text.substring(position + 2, end).chars().allMatch(HexFormat::isHexDigit)) {
            decoded.append((char) HexFormat.fromHexDigits(text, position + 2, end));
            position = end;
        } else {
            decoded.append(text.charAt(position++));
        }
    }

    /** The escaped byte at an offset, -1 if there is none. */
    private int byteAt(int offset) {
        return offset >= 0
                        && offset + 2 < text.length()
                        && text.charAt(offset) == '%'
                        && HexFormat.isHexDigit(text.charAt(offset + 1))
                        && HexFormat.isHexDigit(text.charAt(offset + 2))
                ? HexFormat.fromHexDigits(text, offset + 1, offset + 3)
                : -1;
    }
}
