package org.customactions.api;

/** Paths that several resources share. */
public final class ApiPaths {

    /**
     * What all calls about actions begin with. Every resource of theirs is bound to it, for only below one path does
     * another method get 405 and not 404.
     */
    public static final String ACTIONS = "/api/custom-actions";

    private ApiPaths() {}
}
