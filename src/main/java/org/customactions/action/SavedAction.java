package org.customactions.action;

import java.util.List;
import org.customactions.api.FieldError;

/**
 * An action that has been created or changed.
 *
 * @param warnings what was accepted and will probably not do what its author meant
 */
record SavedAction(CustomAction action, List<FieldError> warnings) {}
