package app.whichday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {
    @Test
    void everyKeyThatARoomReadsIsKnown() {
        Set<String> unknown = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("app.whichday")) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                String prefix = type.getAnnotationOfType(ConfigMapping.class).prefix();
                unknown.addAll(
                        ConfigMappings.getProperties(ConfigMappings.ConfigClass.configClass(type.reflect(), prefix))
                                .keySet());
            }
            type.getCodeUnits().stream()
                    .flatMap(method -> method.getParameters().stream())
                    .filter(parameter -> parameter.isAnnotatedWith(ConfigProperty.class))
                    .forEach(parameter -> unknown.add(
                            parameter.getAnnotationOfType(ConfigProperty.class).name()));
        }
        // Maps and lists: whichday.engine.*, whichday.owner.emails[*]
        unknown.removeIf(key -> ConfigKeys.isKnown(key.replace("[*]", "").replace("*", "any")));
        assertThat(unknown).isEmpty();
    }

    @Test
    void aTypingMistakeIsFoundInFileAndEnvironment() {
        assertThat(ConfigKeys.doubtAbout("whichday.imap.pasword"))
                .contains("nobody reads the key whichday.imap.pasword; did you mean whichday.imap.password?");
        assertThat(ConfigKeys.doubtAboutVariable("WHICHDAY_DATABASE_UR"))
                .contains("nobody reads the environment's WHICHDAY_DATABASE_UR; did you mean WHICHDAY_DATABASE_URL?");
    }

    @Test
    void whatIsKnownOrNotOursIsLeftAlone() {
        assertThat(ConfigKeys.doubtAbout("whichday.imap.password")).isEmpty();
        assertThat(ConfigKeys.doubtAbout("whichday.engine.reading")).isEmpty();
        assertThat(ConfigKeys.doubtAbout("quarkus.http.prot")).isEmpty();
        assertThat(ConfigKeys.doubtAboutVariable("WHICHDAY_LANGUAGE_API_KEY")).isEmpty();
        assertThat(ConfigKeys.doubtAboutVariable("WHICHDAY_LANGUAGE_MODEL_READING"))
                .isEmpty();
        assertThat(ConfigKeys.doubtAboutVariable("HOME")).isEmpty();
    }
}
