package org.customactions.kind.url;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionType;
import org.customactions.kind.ConfigTemplates;
import org.customactions.template.RenderBudget;
import org.customactions.url.UrlForms;

/**
 * The config of an action that opens a page.
 *
 * @param url template of a URL, or of a path
 * @param openInNewTab whether the UI keeps its own page open
 */
record UrlConfig(String url, boolean openInNewTab) implements ActionConfig {

    private static final Set<String> KNOWN = Set.of("url", "open_in_new_tab");

    static UrlConfig read(JsonFields fields, UrlForms links) {
        fields.refuseUnknown(KNOWN, Set.of());
        var url = new ConfigTemplates(RenderBudget.ofClick()).link(fields, "url", links);
        fields.require("url", url);
        return new UrlConfig(url.orElse(""), fields.flag("open_in_new_tab").orElse(true));
    }

    @Override
    public ActionType type() {
        return ActionType.URL;
    }

    @Override
    public ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("url", url).put("open_in_new_tab", openInNewTab);
    }
}
