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
        return Map.of("whichday.mail.watch", "false");
    }
}
