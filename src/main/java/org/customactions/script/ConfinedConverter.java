package org.customactions.script;

import org.customactions.script.ScriptConfiguration.Confined;
import org.customactions.startup.OneOf;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads {@link ScriptConfiguration#confined()}. */
public final class ConfinedConverter implements Converter<Confined> {

    @Override
    public Confined convert(String text) {
        return OneOf.of(Confined.class, text);
    }
}
