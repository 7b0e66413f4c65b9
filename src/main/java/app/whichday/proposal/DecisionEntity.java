package app.whichday.proposal;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the decision log, which is only added to; but for {@link ProposalErasure}. */
@Entity(name = "Decision")
@Table(name = "decision")
@Immutable
class DecisionEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long proposal;

    @Column(name = "seen_version")
    int seenVersion;

    String kind = "";

    @ColumnTransformer(write = "cast(? as jsonb)")
    String payload = "";

    @ColumnTransformer(write = "cast(? as jsonb)")
    String shown = "";

    String model = "";

    /** The state that the decision brought the proposal to. */
    @Enumerated(EnumType.STRING)
    Proposal.State outcome = Proposal.State.WAITING;

    @Column(name = "decided_at")
    Instant decidedAt = Instant.EPOCH;

    static void log(
            ProposalEntity proposal,
            int seenVersion,
            Draft draft,
            Decision decision,
            Proposal.State outcome,
            Instant now) {
        DecisionEntity row = new DecisionEntity();
        row.proposal = proposal.id().value();
        row.seenVersion = seenVersion;
        row.kind = kind(decision);
        row.payload = StoredJson.write(decision);
        row.shown = StoredJson.write(Shown.of(draft));
        row.model = draft.by().name();
        row.outcome = outcome;
        row.decidedAt = now;
        row.persist();
    }

    private static String kind(Decision decision) {
        return switch (decision) {
            case Decision.Confirm confirm -> "confirm";
            case Decision.OtherTime other -> "other-time";
            case Decision.Decline decline -> "decline";
            case Decision.Dismiss dismiss -> "dismiss";
            case Decision.Undo undo -> "undo";
        };
    }
}
