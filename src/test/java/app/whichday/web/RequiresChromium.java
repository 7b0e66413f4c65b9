package app.whichday.web;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, saying how to get what is missing, where no Chromium or Chrome is installed. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresChromium.Condition.class)
public @interface RequiresChromium {
    /** Looks for the browser where the shell would. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return executable()
                    .map(found -> ConditionEvaluationResult.enabled("Chromium is " + found))
                    .orElseGet(() -> ConditionEvaluationResult.disabled(
                            "Chromium is missing: apt install chromium (or any Chrome on the PATH)"));
        }

        static Optional<Path> executable() {
            String[] folders = Optional.ofNullable(System.getenv("PATH"))
                    .orElse("/usr/bin")
                    .split(File.pathSeparator);
            return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
                    .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
