package app.whichday.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;

/**
 * A {@link Mail} as it lies in the database. Its own mapper, not the web's: what is stored must not change when the API's
 * format does.
 */
@Singleton
@RegisterForReflection(
        targets = {
            Mail.class,
            Mail.Bulk.class,
            Address.class,
            Block.class,
            Block.Kind.class,
            SentTime.class,
            Skipped.class
        })
class MailJson {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String write(Mail mail) {
        try {
            return mapper.writeValueAsString(mail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A mail that can't be written as JSON", e);
        }
    }

    Mail read(String json) {
        try {
            return mapper.readValue(json, Mail.class);
        } catch (JsonProcessingException e) {
            // Jackson's message may quote the mail.
            throw new IllegalStateException("A stored mail that can't be read back at " + e.getLocation());
        }
    }
}
