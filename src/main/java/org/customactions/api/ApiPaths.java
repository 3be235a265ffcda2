package org.customactions.api;

/** Paths that several resources share. */
public final class ApiPaths {

    /**
     * The common path of all calls about actions. Every resource for them is bound to it: only then is the answer to a
     * wrong method 405 and not 404.
     */
    public static final String ACTIONS = "/api/custom-actions";

    private ApiPaths() {}
}
