package org.customactions.web;

/** Hands out tokens for trying the service; the console then offers them. Does not exist in production. */
public interface TrialTokens {

    /** The path that answers {@code {"token": …}} for a {@code role}: {@code manager} or {@code agent}. */
    String path();
}
