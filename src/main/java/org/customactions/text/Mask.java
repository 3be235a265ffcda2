package org.customactions.text;

/** What stands in an answer of the service where a secret would. */
public final class Mask {

    public static final String TEXT = "********";

    private Mask() {}
}
