package org.customactions.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A {@code kustomization.yaml}, as far as this deployment uses its fields. */
record Kustomization(
        String apiVersion,
        String kind,
        String namespace,
        List<String> resources,
        List<String> components,
        List<Generator> configMapGenerator,
        List<Image> images,
        List<Patch> patches) {

    record Generator(String name, String behavior, List<String> envs, List<String> files, Options options) {}

    record Options(boolean disableNameSuffixHash, Map<String, String> labels) {}

    record Image(String name, String newName, String newTag) {}

    record Patch(String path, Target target) {}

    record Target(String kind, String name) {}

    /** One operation of a JSON patch (RFC 6902). */
    record Operation(String op, String path, JsonNode value) {}

    /** Files and folders that it names, relative to itself. */
    Stream<String> references() {
        var generated = stream(configMapGenerator)
                .flatMap(generator -> Stream.concat(
                        stream(generator.envs()),
                        stream(generator.files()).map(file -> file.substring(file.indexOf('=') + 1))));
        return Stream.of(
                        stream(resources),
                        stream(components),
                        generated,
                        stream(patches).map(Patch::path))
                .flatMap(references -> references);
    }

    private static <T> Stream<T> stream(List<T> values) {
        return Stream.ofNullable(values).flatMap(List::stream).filter(Objects::nonNull);
    }
}
