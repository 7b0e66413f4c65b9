package app.whichday.choice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A chooser in this process and where it comes from.
 *
 * @param version names the chooser
 * @param provenance empty where none lies beside it
 */
public record LocalModel(Chooser chooser, ModelVersion version, Optional<Provenance> provenance) {
    public static LocalModel of(LogLinearModel model) {
        return new LocalModel(new LogLinearChooser(model), model.version(), Optional.empty());
    }

    /**
     * A trained model with its provenance beside it.
     *
     * @param path absolute on the class path: {@code /when/reading.model}
     * @throws IllegalArgumentException where there is no such resource, or it can't be read
     */
    public static LocalModel resource(String path) {
        LogLinearModel model = LogLinearModelFile.resource(path);
        String beside = path.substring(0, path.length() - ".model".length()) + ".json";
        return new LocalModel(new LogLinearChooser(model), model.version(), provenance(beside));
    }

    private static Optional<Provenance> provenance(String path) {
        try (InputStream in = LocalModel.class.getResourceAsStream(path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(Provenance.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the provenance " + path, e);
        }
    }
}
