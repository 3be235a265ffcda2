package org.customactions.script;

import org.customactions.script.ScriptConfiguration.Confined;
import org.customactions.startup.OneOf;

/** Reads {@link ScriptConfiguration#confined()}. */
public final class ConfinedConverter extends OneOf<Confined> {

    /** For the configuration, which makes it by reflection. */
    public ConfinedConverter() {
        super(Confined.class);
    }
}
