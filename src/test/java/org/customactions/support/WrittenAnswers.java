package org.customactions.support;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.regex.Pattern;

/** Keeps the errors that the service answered, and the tokens of redirects that nothing but answers may hold. */
final class WrittenAnswers implements Filter {

    private static final Pattern TOKEN =
            Pattern.compile("\"redirect_url\":\"/api/custom-actions/redirect/([\\w-]{43})\"");
    private static final int FIRST_ERROR = 400;

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        if (response.statusCode() >= FIRST_ERROR) {
            Written.add(Written.ERRORS, response.asString());
        } else {
            TOKEN.matcher(response.asString()).results().forEach(found -> Written.addToken(found.group(1)));
        }
        return response;
    }
}
