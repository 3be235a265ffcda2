package org.customactions.template;

import java.util.function.IntPredicate;

/** Writes characters of XML that its charset lacks as character references. */
public final class XmlReferences {

    private XmlReferences() {}

    /**
     * The same document without the characters that are lacking. In a CDATA section a reference would be text, so the
     * section ends before it and another begins after it.
     *
     * @param lacks whether a code point has to be replaced
     */
    public static String replacing(String xml, IntPredicate lacks) {
        var written = new StringBuilder(xml.length() + 16);
        var markup = new XmlMarkup();
        xml.codePoints().forEach(c -> {
            if (!lacks.test(c)) {
                written.appendCodePoint(c);
            } else if (markup.isInCdataAtTheEndOf(written)) {
                written.append("]]>&#").append(c).append(";<![CDATA[");
            } else {
                written.append("&#").append(c).append(';');
            }
        });
        return written.toString();
    }
}
