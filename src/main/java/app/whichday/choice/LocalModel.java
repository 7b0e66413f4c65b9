package app.whichday.choice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chooser in this process and where it comes from. */
public final class LocalModel {
    private final Chooser chooser;
    private final ModelVersion version;
    private final @Nullable String provenance;
    /** Null until somebody asks. */
    private volatile @Nullable Optional<Provenance> read;

    /** @param provenance absolute on the class path; null where none is known */
    private LocalModel(Chooser chooser, ModelVersion version, @Nullable String provenance) {
        this.chooser = chooser;
        this.version = version;
        this.provenance = provenance;
    }

    public static LocalModel of(LogLinearModel model) {
        return new LocalModel(new LogLinearChooser(model), model.version(), null);
    }

    /** One that was trained here. */
    public static LocalModel of(LogLinearModel model, Provenance provenance) {
        LocalModel known = of(model);
        known.read = Optional.of(provenance);
        return known;
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
        return new LocalModel(new LogLinearChooser(model), model.version(), beside);
    }

    public Chooser chooser() {
        return chooser;
    }

    /** Names the chooser. */
    public ModelVersion version() {
        return version;
    }

    /**
     * Read when it is first asked for: who only wants an answer doesn't wait for it. Empty where none lies beside the model.
     *
     * @throws UncheckedIOException where it can't be read
     */
    public Optional<Provenance> provenance() {
        Optional<Provenance> known = read;
        if (known == null) {
            known = provenance == null ? Optional.empty() : load(provenance);
            read = known;
        }
        return known;
    }

    private static Optional<Provenance> load(String path) {
        try (InputStream in = LocalModel.class.getResourceAsStream(path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(Provenance.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the provenance " + path, e);
        }
    }
}
