package app.whichday.choice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a cascade asks a language model. */
@ConfigMapping(prefix = "whichday.cascade")
public interface CascadeSettings {
    /**
     * The accuracy, 0 to 1, that local answers must have together to stand unasked. Where the line lies for that is known from
     * cross-validation, for each model.
     */
    @WithDefault("0.95")
    double accuracy();
}
