package org.customactions.web;

/** Hands out tokens to try the service with, which the console then offers. There is none in production. */
public interface TrialTokens {

    /** Path of the service that answers {@code {"token": …}} to a {@code role}: {@code manager} or {@code agent}. */
    String path();
}
