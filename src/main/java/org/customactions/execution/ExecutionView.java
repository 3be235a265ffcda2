package org.customactions.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.UUID;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Toast;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a click, for the UI. Fields that do not apply are left out.
 *
 * @param success whether the action did its job; a click on an action that failed is answered too
 * @param message one sentence for the agent
 * @param toast notice to show
 * @param redirectUrl path of a one-time redirect to open
 * @param clipboard text for the clipboard
 * @param openInNewTab whether the redirect opens in a new tab
 * @param data result of the action: any JSON
 * @param executionId id of this execution
 * @param outcome code of what happened, as docs/operations.md lists them
 */
@Schema(name = "Execution")
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExecutionView(
        @Schema(required = true) boolean success,
        @Schema(required = true) String message,
        Toast toast,
        @Schema(examples = "/api/custom-actions/redirect/…") String redirectUrl,
        String clipboard,
        Boolean openInNewTab,
        @Schema(ref = "AnyJson") JsonNode data,
        @Schema(required = true) UUID executionId,

        @Schema(
                examples = "success",
                description = "Code of what happened; docs/operations.md lists them. More may come")
        String outcome) {

    /** Most characters of a text of an answer that is too large to be kept whole. */
    private static final int MAX_KEPT = 4_096;

    /** What is kept of an answer that is too large: a client that asks again learns how the click ended. */
    ExecutionView withoutData() {
        return new ExecutionView(
                success,
                shortened(message),
                shortened(toast),
                redirectUrl,
                shortened(clipboard),
                openInNewTab,
                null,
                executionId,
                outcome);
    }

    private static Toast shortened(Toast toast) {
        return toast == null ? null : new Toast(shortened(toast.message()), toast.type());
    }

    private static String shortened(String text) {
        return text == null || text.length() <= MAX_KEPT
                ? text
                : text.substring(0, MAX_KEPT - (Character.isHighSurrogate(text.charAt(MAX_KEPT - 1)) ? 1 : 0));
    }

    static ExecutionView of(UUID executionId, ActionResult result, Optional<String> redirectPath) {
        return new ExecutionView(
                result.success(),
                result.message(),
                result.toast().orElse(null),
                redirectPath.orElse(null),
                result.clipboard().orElse(null),
                result.link().map(ActionResult.Link::openInNewTab).orElse(null),
                result.data().orElse(null),
                executionId,
                result.outcome().code());
    }
}
