package org.customactions.support;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the service exposes to Prometheus, read anew with every call. */
public final class Metrics {

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    private final URI address;

    /** @param management the root of the management interface */
    public Metrics(URI management) {
        this.address = management.resolve("/q/metrics");
    }

    /**
     * All lines without the comments, and without the traces that an execution of the last minutes is an example of.
     */
    public List<String> lines() {
        return RestAssured.get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst(" # \\{.*", ""))
                .toList();
    }

    /** The value of a series, written as it is exposed with its labels in alphabetical order; 0 where there is none. */
    public double value(String series) {
        return lines().stream()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .sum();
    }

    /** The values of a label of all series whose name begins so. */
    public Set<String> labels(String metric, String label) {
        return lines().stream()
                .filter(line -> line.startsWith(metric))
                .flatMap(line -> LABEL.matcher(line).results())
                .filter(found -> found.group(1).equals(label))
                .map(found -> found.group(2))
                .collect(Collectors.toSet());
    }

    /** The names of the labels of all series whose name begins so. */
    public Set<String> labels(String metric) {
        return lines().stream()
                .filter(line -> line.startsWith(metric))
                .flatMap(line -> LABEL.matcher(line).results().map(label -> label.group(1)))
                .collect(Collectors.toSet());
    }
}
