package org.customactions.support;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;

/** The errors of the API, each with its status, its envelope and nothing internal in it. */
public final class Refusals {
    /** A class name, a stack trace or SQL. */
    private static final String INTERNAL =
            "(?s).*(Exception|\\bat [a-z]+\\.|\\b(com|org|io|java)\\.[a-z]+\\.|select ).*";

    private Refusals() {}

    /** 400 that complains of this field and of no other, in a message with this part. */
    public static ResponseSpecification field(String field, String messagePart) {
        return error(400, "validation_error")
                .expectBody("errors.field", contains(field))
                .expectBody("errors[0].message", containsString(messagePart))
                .expectBody("message", containsString(messagePart))
                .build();
    }

    /** 400 for a body that is not JSON or cannot be kept. */
    public static ResponseSpecification malformed() {
        return error(400, "malformed_request").expectBody("errors", nullValue()).build();
    }

    public static ResponseSpecification forbidden() {
        return error(403, "forbidden").build();
    }

    public static ResponseSpecification notFound() {
        return error(404, "not_found").build();
    }

    public static ResponseSpecification conflict() {
        return error(409, "conflict").build();
    }

    private static ResponseSpecBuilder error(int status, String type) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectBody("status", equalTo("error"))
                .expectBody("error_type", equalTo(type))
                .expectBody("message", not(matchesPattern(INTERNAL)));
    }
}
