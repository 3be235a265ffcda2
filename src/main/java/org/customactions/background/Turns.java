package org.customactions.background;

/** Lets one look at a time happen, and remembers whether another was asked for meanwhile. */
final class Turns {

    private boolean isUnderWay;
    private boolean isAskedFor;

    /** Whether a look may begin now; if not, the one under way will know that another was asked for. */
    synchronized boolean begin() {
        if (isUnderWay) {
            isAskedFor = true;
            return false;
        }
        isUnderWay = true;
        return true;
    }

    /** The look has ended; whether another was asked for. */
    synchronized boolean end() {
        var again = isAskedFor;
        isUnderWay = false;
        isAskedFor = false;
        return again;
    }
}
