package org.customactions.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds secrets in what the service wrote: what is {@link Planted}, as it is, as base64 and as hexadecimal digits;
 * bearer tokens; and tokens of redirects.
 */
final class Leaks {

    private static final Pattern PLANTED = planted();
    private static final Pattern BEARER_TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]{8,}");
    private static final Pattern REDIRECT = Pattern.compile("/redirect/[\\w-]{43}|(?<![\\w-])[\\w-]{43}(?![\\w-])");
    private static final int SHOWN = 200;

    private final Set<String> tokens;

    /** @param tokens of redirects that were given out */
    Leaks(Collection<String> tokens) {
        this.tokens = Set.copyOf(tokens);
    }

    /** Each leak in the files of a directory, by file and line. */
    List<String> in(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> inFile(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> inFile(Path file) {
        var leaks = new ArrayList<String>();
        var number = 0;
        for (var line : lines(file)) {
            number++;
            if (leaks(line)) {
                leaks.add("%s:%d: %s"
                        .formatted(file.getFileName(), number, line.substring(0, Math.min(SHOWN, line.length()))));
            }
        }
        return leaks;
    }

    boolean leaks(String line) {
        return PLANTED.matcher(line).find()
                || BEARER_TOKEN.matcher(line).find()
                || REDIRECT.matcher(line)
                        .results()
                        .map(match -> match.group().replace("/redirect/", ""))
                        .anyMatch(tokens::contains);
    }

    /** Whatever bytes there are: what is no UTF-8 is read as Latin-1, in which the mark is the same. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            try {
                return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            } catch (IOException other) {
                throw new UncheckedIOException(other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern planted() {
        var mark = Planted.MARK.getBytes(StandardCharsets.US_ASCII);
        var hexadecimal = Stream.of(mark, Base64.getDecoder().decode(Planted.MARK))
                .map(HexFormat.of()::formatHex)
                .map(digits -> "(?i:" + digits + ")");
        return Pattern.compile(
                Stream.of(Stream.of(Planted.MARK), Stream.of(0, 1, 2).map(Leaks::base64), hexadecimal)
                        .flatMap(forms -> forms)
                        .collect(Collectors.joining("|")));
    }

    /**
     * What base64 makes of the mark behind so many other bytes, without the characters that depend on its neighbours.
     */
    private static String base64(int before) {
        var text = "x".repeat(before) + Planted.MARK;
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        var ofNeighbours = before == 0 ? 0 : before + 1;
        return Pattern.quote(encoded.substring(ofNeighbours, text.length() * 8 / 6));
    }
}
