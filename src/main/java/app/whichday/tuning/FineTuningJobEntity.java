package app.whichday.tuning;

import app.whichday.choice.Subtask;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A row of the fine-tunings. */
@Entity(name = "FineTuningJob")
@Table(name = "fine_tuning_job")
class FineTuningJobEntity extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String mark = "";
    String service = "";
    String subtask = "";

    @Column(name = "base_model")
    String baseModel = "";

    String suffix = "";

    @Nullable
    Integer epochs;

    @Column(name = "learning_rate_multiplier")
    @Nullable
    Double learningRateMultiplier;

    @Column(name = "batch_size")
    @Nullable
    Integer batchSize;

    int examples;

    @Column(name = "validation_examples")
    int validationExamples;

    long tokens;

    @Column(name = "training_name")
    String trainingName = "";

    @Column(name = "validation_name")
    @Nullable
    String validationName;

    byte @Nullable [] training;
    byte @Nullable [] validation;

    @Column(name = "upload_tried")
    boolean uploadTried;

    @Column(name = "training_file")
    @Nullable
    String trainingFile;

    @Column(name = "validation_file")
    @Nullable
    String validationFile;

    @Column(name = "files_removed")
    boolean filesRemoved;

    @Column(name = "create_tried")
    boolean createTried;

    @Column(name = "remote_id")
    @Nullable
    String remoteId;

    @Column(name = "cancel_asked")
    boolean cancelAsked;

    @Enumerated(EnumType.STRING)
    FineTuningJob.State state = FineTuningJob.State.PREPARING;

    @Nullable
    String status;

    @Column(name = "result_model")
    @Nullable
    String resultModel;

    @Column(name = "trained_tokens")
    @Nullable
    Long trainedTokens;

    @Column(name = "last_event")
    @Nullable
    String lastEvent;

    @Nullable
    String error;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;

    /** Of a row that is stored. */
    long key() {
        return Objects.requireNonNull(id);
    }

    Hyperparameters hyperparameters() {
        return new Hyperparameters(
                Optional.ofNullable(epochs),
                Optional.ofNullable(learningRateMultiplier),
                Optional.ofNullable(batchSize));
    }

    void hyperparameters(Hyperparameters given) {
        epochs = given.epochs().orElse(null);
        learningRateMultiplier = given.learningRateMultiplier().orElse(null);
        batchSize = given.batchSize().orElse(null);
    }

    /** The files of mail text that aren't needed any more. */
    void forgetContent() {
        training = null;
        validation = null;
    }

    /** Takes over what the server tells. */
    void told(FineTuningService.Remote remote) {
        remoteId = remote.id();
        state = remote.state();
        status = remote.status();
        remote.resultModel().ifPresent(name -> resultModel = name);
        remote.trainedTokens().ifPresent(count -> trainedTokens = count);
        error = remote.state() == FineTuningJob.State.FAILED
                ? remote.error().orElse("The server gives no reason.")
                : null;
        forgetContent();
    }

    FineTuningJob job() {
        return new FineTuningJob(
                key(),
                new Subtask(subtask),
                service,
                baseModel,
                hyperparameters(),
                suffix,
                examples,
                validationExamples,
                tokens,
                state,
                cancelAsked,
                Optional.ofNullable(status),
                Optional.ofNullable(remoteId),
                Optional.ofNullable(resultModel),
                trainedTokens == null ? OptionalLong.empty() : OptionalLong.of(trainedTokens),
                Optional.ofNullable(error),
                createdAt,
                updatedAt);
    }
}
