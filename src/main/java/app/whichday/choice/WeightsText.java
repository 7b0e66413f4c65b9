package app.whichday.choice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weights written by hand, one {@code name weight} per line:
 *
 * <pre>
 * # What a person would weigh before there are examples.
 * version triage/hand-1
 * temperature 1.5
 * category=junk&amp;unsubscribe 0.8
 * category=meeting&amp;word=calendar invite 1.2
 * </pre>
 *
 * The weight is what follows the last space, so names may hold spaces; {@code #} starts a comment line. The line
 * {@code version} is required, {@code temperature} is 1 where it is missing.
 */
public final class WeightsText {
    private WeightsText() {}

    /**
     * @param path absolute on the class path; the native image includes {@code *.weights}
     * @throws IllegalArgumentException where there is no such resource or a line can't be read, with its number
     */
    public static LogLinearModel resource(String path) {
        try (InputStream in = WeightsText.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No weights at " + path + " on the class path");
            }
            return read(in, path);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the weights " + path, e);
        }
    }

    /** @param name of the source, for messages */
    static LogLinearModel read(InputStream in, String name) throws IOException {
        Map<String, Double> lines = new LinkedHashMap<>();
        String version = null;
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String trimmed = line.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("#")) {
                continue;
            }
            int space = trimmed.lastIndexOf(' ');
            String key = space < 0 ? "" : trimmed.substring(0, space).strip();
            String value = trimmed.substring(space + 1);
            if (key.equals("version")) {
                version = value;
            } else if (key.isEmpty() || lines.put(key, weight(value, name, number)) != null) {
                throw new IllegalArgumentException(name + ", line " + number + ": '" + trimmed
                        + "' is not a feature's name and its weight, or names a feature twice");
            }
        }
        if (version == null) {
            throw new IllegalArgumentException(name + " has no line 'version SUBTASK/NAME'");
        }
        Double temperature = lines.remove("temperature");
        LogLinearModel model = LogLinearModel.of(new ModelVersion(version), lines);
        return temperature == null ? model : model.withTemperature(temperature);
    }

    private static double weight(String value, String name, int line) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + ", line " + line + ": the weight '" + value + "' is not a number", e);
        }
    }
}
