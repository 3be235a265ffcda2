package org.customactions.deployment;

import java.util.List;

/** A dashboard of Grafana, as far as this one uses its fields. */
record Dashboard(
        String uid,
        String title,
        List<String> tags,
        int schemaVersion,
        int version,
        boolean editable,
        String timezone,
        String refresh,
        TimeRange time,
        Templating templating,
        List<Panel> panels) {

    record TimeRange(String from, String to) {}

    record Templating(List<Variable> list) {}

    record Variable(String name, String label, String type, Datasource datasource, String query, int refresh) {}

    record Datasource(String type, String uid) {}

    record Panel(
            int id,
            String type,
            String title,
            String description,
            Datasource datasource,
            Position gridPos,
            FieldConfig fieldConfig,
            List<Target> targets) {}

    record Position(int x, int y, int w, int h) {

        boolean overlaps(Position other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }
    }

    record FieldConfig(Defaults defaults, List<String> overrides) {}

    record Defaults(String unit, int min) {}

    record Target(String refId, String expr, String legendFormat) {}
}
