package org.customactions.template;

import com.github.mustachejava.DefaultMustacheFactory;

/** Serves mustache.java's tree while it renders: no partials, no reflection, no threads. */
final class PlainFactory extends DefaultMustacheFactory {

    static final PlainFactory INSTANCE = new PlainFactory();

    private PlainFactory() {
        super(name -> null);
        setObjectHandler(new PlainObjectHandler());
    }
}
