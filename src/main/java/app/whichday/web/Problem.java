package app.whichday.web;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for scripts (RFC 9457).
 *
 * @param title the kind of problem
 * @param status the HTTP status
 * @param detail one sentence: what is wrong with the input, and what to do
 * @param field the field that it is about; null where it isn't about one
 */
@RegisterForReflection
record Problem(
        String title, int status, String detail, @Nullable String field) {
    static final String MEDIA_TYPE = "application/problem+json";
}
