package org.customactions.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.identity.Callers;

/** Decides whether an action may run for who clicked and for whom, and with what. */
@ApplicationScoped
class Admission {

    private final Callers callers;

    Admission(Callers callers) {
        this.callers = callers;
    }

    /**
     * The values of the inputs, each with its default where the agent left it out.
     *
     * @throws ApiException 403 if the action is not for the caller's role, 400 if it is not for the contact or what was
     *     filled in is wrong
     */
    ObjectNode inputs(Click click, ExecutionTarget target) {
        var terms = target.terms();
        var standing = callers.standing(click.caller(), target.details().role());
        if (!standing.isManager() && !terms.isForRoles(standing.roles())) {
            throw ApiException.of(ErrorType.FORBIDDEN, "This action is not for your role");
        }
        if (!terms.isForTags(tags(target))) {
            throw ApiException.of(ErrorType.VALIDATION_ERROR, "This action is not for this contact");
        }
        return terms.filledIn(click.input().inputs());
    }

    private static Collection<?> tags(ExecutionTarget target) {
        return ActionVariables.tags(target.contact()) instanceof Collection<?> tags ? tags : List.of();
    }
}
