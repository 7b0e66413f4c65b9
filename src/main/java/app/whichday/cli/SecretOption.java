package app.whichday.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret given on the command line in one of three ways.
 *
 * @param name of the option, such as {@code --imap-password}
 * @param value itself: every user of the machine can see it in the list of processes
 * @param file that holds it; one newline at its end doesn't count
 * @param variable of the environment that holds it
 */
record SecretOption(
        String name,
        @Nullable String value,
        @Nullable Path file,
        @Nullable String variable) {
    /** Empty where none of the three was given. */
    Optional<String> read(Console console) {
        if (file != null) {
            return Optional.of(fromFile());
        }
        if (variable != null) {
            return Optional.of(fromEnvironment());
        }
        if (value != null) {
            console.err()
                    .println("whichday: other users of this machine can see what " + name + " says: better use " + name
                            + "-file or " + name + "-env.");
        }
        return Optional.ofNullable(value);
    }

    private String fromFile() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new Problem(name + "-file: " + file + " can't be read: is it there, and yours?", e);
        }
    }

    private String fromEnvironment() {
        String found = System.getenv(variable);
        if (found == null) {
            throw new Problem(name + "-env: the environment has no variable " + variable + ".");
        }
        return found;
    }
}
