package org.customactions.identity.keys;

/** Why a key set cannot be had. */
final class KeySetFault extends RuntimeException {

    private final String kind;

    /**
     * @param kind a word for metrics
     * @param sentence for the log: what happened and what to do about it; it goes on after a colon
     */
    KeySetFault(String kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
    }

    String kind() {
        return kind;
    }
}
