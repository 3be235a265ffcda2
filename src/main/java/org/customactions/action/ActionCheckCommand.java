package org.customactions.action;

import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.vertx.VertxContextSupport;
import java.util.stream.Collectors;

/**
 * Lists on standard output what has to be corrected in stored actions, one line each: those that another program or an
 * older version stored, and that would be refused today. It changes nothing. Exits with 0 if there is nothing to
 * correct, with 2 if there is, and with 1 and a sentence if the database could not be read.
 */
public class ActionCheckCommand implements QuarkusApplication {

    private static final int FAILED = 1;
    private static final int TO_BE_CORRECTED = 2;

    private final StoredActions actions;

    ActionCheckCommand(StoredActions actions) {
        this.actions = actions;
    }

    @Override
    public int run(String... arguments) {
        try {
            var lines = VertxContextSupport.subscribeAndAwait(() -> actions.complaints()
                    .map(ActionCheckCommand::line)
                    .invoke(line -> System.out.println(line))
                    .collect()
                    .with(Collectors.counting()));
            System.out.println(lines == 0 ? "No action has to be corrected" : "Corrections: " + lines);
            return lines == 0 ? 0 : TO_BE_CORRECTED;
        } catch (Throwable e) {
            System.err.println("The actions could not be read: "
                    + ExceptionUtil.getRootCause(e).getMessage());
            return FAILED;
        }
    }

    /** Names are quoted as in JSON, so that each stays on its line. */
    private static String line(StoredActions.Complaint complaint) {
        return "organization_id=%s action_id=%s name=%s field=%s %s"
                .formatted(
                        complaint.organizationId(),
                        complaint.id(),
                        TextNode.valueOf(complaint.name()),
                        complaint.error().field(),
                        complaint.error().message());
    }
}
