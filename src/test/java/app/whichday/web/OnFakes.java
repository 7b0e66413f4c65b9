package app.whichday.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The pages over {@link Fakes}: what is below the web is sample data in memory; sign-in and settings are real. */
public class OnFakes implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(Fakes.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "whichday.mail.watch", "false",
                // Never asked here; the engines can be switched with it.
                "whichday.language.base-url", "http://localhost:1/v1",
                "whichday.language.model.default", "small-model",
                "whichday.language.price.input", "0.15",
                "whichday.language.price.output", "0.6");
    }
}
