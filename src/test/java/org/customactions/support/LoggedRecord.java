package org.customactions.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** One line of a production log, which is a JSON object. */
public record LoggedRecord(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty for a line that is none, such as a sentence on standard error. */
    static Optional<LoggedRecord> of(String line) {
        try {
            return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject).map(LoggedRecord::new);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    public String message() {
        return json.path("message").asText();
    }

    /** The id of the request during which it was logged; empty outside of requests. */
    public String requestId() {
        return json.path("mdc").path("request_id").asText();
    }

    /** Whether somebody should look. */
    public boolean isError() {
        return json.path("level").asText().equals("ERROR");
    }
}
