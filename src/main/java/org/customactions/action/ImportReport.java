package org.customactions.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.customactions.api.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import did, or would do: names of actions in the order of the document. */
@Schema(name = "ImportReport")
record ImportReport(
        @Schema(required = true) List<String> created,
        @Schema(required = true) List<String> updated,
        @Schema(required = true) List<String> unchanged,

        @Schema(description = "What is missing now; the field says where in the document")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<FieldError> warnings) {}
