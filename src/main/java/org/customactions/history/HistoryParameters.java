package org.customactions.history;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of a list of executions. */
public class HistoryParameters {

    @RestQuery
    @Parameter(
            description = "Most entries on the page",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "50"))
    String limit;

    @RestQuery
    @Parameter(description = "The next_before of another page, or an RFC 3339 time")
    String before;

    @RestQuery
    @Parameter(description = "true: only those that did what they are for; false: only the others")
    String success;

    @RestQuery
    @Parameter(description = "Only those with this code; docs/operations.md lists the codes")
    String outcome;

    @RestQuery
    @Parameter(description = "Only those that stand so in the background: pending, succeeded or failed")
    String state;

    @RestQuery("user_id")
    @Parameter(description = "Only those of this user")
    String userId;

    @RestQuery("contact_id")
    @Parameter(description = "Only those for this contact")
    String contactId;

    @RestQuery
    @Parameter(description = "Only those since this RFC 3339 time")
    String from;

    @RestQuery
    @Parameter(description = "Only those before this RFC 3339 time")
    String to;
}
