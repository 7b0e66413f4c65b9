package app.whichday.choice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of language_call. */
@Entity(name = "LanguageCall")
@Table(name = "language_call")
class LanguageCallEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "called_at")
    Instant calledAt = Instant.EPOCH;

    String subtask = "";
    String model = "";

    @Enumerated(EnumType.STRING)
    LanguageCall.Result result = LanguageCall.Result.ANSWERED;

    @Column(name = "took_ms")
    long tookMillis;

    @Column(name = "input_tokens")
    long inputTokens;

    @Column(name = "output_tokens")
    long outputTokens;

    BigDecimal cost = BigDecimal.ZERO;
}
