package app.whichday.proposal;

import app.whichday.calendar.EventUid;
import app.whichday.proposal.Proposal.State;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A proposal's row. JSON columns are text here, see {@link StoredJson}. */
@Entity(name = "Proposal")
@Table(name = "proposal")
class ProposalEntity extends PanacheEntityBase {
    /** Which kind of action; the draft's JSON holds the rest. */
    enum Kind {
        CREATE_EVENT,
        NOTE_DEADLINE,
        ANSWER_INVITATION,
        CANCEL_EVENT;

        static Kind of(Action action) {
            return switch (action) {
                case Action.CreateEvent create -> CREATE_EVENT;
                case Action.NoteDeadline deadline -> NOTE_DEADLINE;
                case Action.AnswerInvitation answer -> ANSWER_INVITATION;
                case Action.CancelEvent cancel -> CANCEL_EVENT;
            };
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Version
    int version;

    long mail;

    @Enumerated(EnumType.STRING)
    Kind kind = Kind.CREATE_EVENT;

    String subject = "";
    String uid = "";

    @Enumerated(EnumType.STRING)
    State state = State.WAITING;

    @ColumnTransformer(write = "cast(? as jsonb)")
    String draft = "";

    @Column(name = "event_at")
    Instant eventAt = Instant.EPOCH;

    @Column(name = "offered_at")
    Instant offeredAt = Instant.EPOCH;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @ColumnTransformer(write = "cast(? as jsonb)")
    @Nullable
    String decision;

    @ColumnTransformer(write = "cast(? as jsonb)")
    @Nullable
    String changes;

    @Nullable
    String failure;

    static Optional<ProposalEntity> find(ProposalId id) {
        return findByIdOptional(id.value());
    }

    /** The row, which nobody else changes until this transaction ends. */
    static Optional<ProposalEntity> findForUpdate(ProposalId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    static Optional<ProposalEntity> offered(long mail, Kind kind, String subject) {
        return find("mail = ?1 and kind = ?2 and subject = ?3", mail, kind, subject)
                .firstResultOptional();
    }

    /** All invitations about the event, locked. */
    static List<ProposalEntity> invitationsTo(EventUid uid) {
        return ProposalEntity.<ProposalEntity>find(
                        "uid = ?1 and kind = ?2 order by id", uid.value(), Kind.ANSWER_INVITATION)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    ProposalId id() {
        return new ProposalId(Objects.requireNonNull(id, "not stored yet"));
    }

    Draft draft() {
        return StoredJson.read(draft, Draft.class);
    }

    CalendarChanges changes() {
        return changes == null ? CalendarChanges.none() : StoredJson.read(changes, CalendarChanges.class);
    }

    Proposal proposal() {
        Draft offered = draft();
        return new Proposal(
                id(),
                version,
                offered,
                state,
                offeredAt,
                Optional.ofNullable(decidedAt),
                Optional.ofNullable(decision).map(json -> StoredJson.read(json, Decision.class)),
                state == State.APPLIED
                        ? changes().applied(offered.action().event().uid())
                        : Optional.empty(),
                Optional.ofNullable(failure));
    }
}
