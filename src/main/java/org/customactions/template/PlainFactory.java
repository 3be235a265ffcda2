package org.customactions.template;

import com.github.mustachejava.DefaultMustacheFactory;

/** What mustache.java's tree asks for while it renders: no partials, no reflection, no threads. */
final class PlainFactory extends DefaultMustacheFactory {

    static final PlainFactory INSTANCE = new PlainFactory();

    private PlainFactory() {
        super(name -> null);
        setObjectHandler(new PlainObjectHandler());
    }
}
