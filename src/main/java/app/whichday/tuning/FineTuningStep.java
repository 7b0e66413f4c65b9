package app.whichday.tuning;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes a job one step further: what it finds written down it may have done already, so it looks at the server first and only
 * then does it.
 */
final class FineTuningStep {
    /** A job that doesn't get to the server for so long is given up, and its mail text with it. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final FineTuningRows rows;
    private final FineTuningService service;
    private final Clock clock;

    FineTuningStep(FineTuningRows rows, FineTuningService service, Clock clock) {
        this.rows = rows;
        this.service = service;
        this.clock = clock;
    }

    /**
     * The job after the step.
     *
     * @param again whether another step soon may get further: the server had a hiccup
     */
    record Result(FineTuningJob job, boolean again) {}

    Result take(FineTuningJobEntity row) {
        try {
            FineTuningJobEntity after = row;
            if (after.state == FineTuningJob.State.PREPARING) {
                after = after.cancelAsked ? callOff(after) : submit(after);
            }
            if (!after.state.isEnd()) {
                after = look(after);
            }
            if (after.state.isEnd()) {
                after = tidy(after);
            }
            return new Result(after.job(), false);
        } catch (FineTuningException e) {
            return new Result(failed(row.key(), e).job(), e.again());
        }
    }

    private FineTuningJobEntity submit(FineTuningJobEntity row) {
        long id = row.key();
        if (row.trainingFile == null) {
            String file = file(row, row.trainingName, row.training);
            row = rows.change(id, changed -> changed.trainingFile = file);
        }
        if (row.validationFile == null && row.validationName != null) {
            String file = file(row, row.validationName, row.validation);
            row = rows.change(id, changed -> changed.validationFile = file);
        }
        FineTuningService.Order order = order(row, row.trainingFile);
        Optional<FineTuningService.Remote> there = row.createTried ? service.findJob(order) : Optional.empty();
        FineTuningService.Remote remote = there.orElseGet(() -> {
            rows.change(id, changed -> changed.createTried = true);
            return service.create(order);
        });
        return rows.change(id, changed -> changed.told(remote));
    }

    /** Its id at the server: another variant's with the same content, or one that arrived before a restart, or a new one. */
    private String file(FineTuningJobEntity row, String name, byte[] content) {
        Optional<String> known = rows.sharedFile(row.service, name);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<String> there = row.uploadTried ? service.findFile(name) : Optional.empty();
        return there.orElseGet(() -> {
            rows.change(row.key(), changed -> changed.uploadTried = true);
            return service.upload(name, content);
        });
    }

    private static FineTuningService.Order order(FineTuningJobEntity row, String trainingFile) {
        return new FineTuningService.Order(
                row.mark,
                row.baseModel,
                trainingFile,
                Optional.ofNullable(row.validationFile),
                row.hyperparameters(),
                row.suffix);
    }

    /** The owner doesn't want it any more; it may have got there all the same. */
    private FineTuningJobEntity callOff(FineTuningJobEntity row) {
        Optional<FineTuningService.Remote> there = row.createTried && row.trainingFile != null
                ? service.findJob(order(row, row.trainingFile))
                : Optional.empty();
        return rows.change(row.key(), changed -> {
            if (there.isPresent()) {
                changed.told(there.get());
            } else {
                end(changed, FineTuningJob.State.CANCELLED, null);
            }
        });
    }

    private FineTuningJobEntity look(FineTuningJobEntity row) {
        String id = row.remoteId;
        FineTuningService.Remote remote = service.job(id);
        if (!remote.state().isEnd() && rows.get(row.key()).cancelAsked) {
            remote = service.cancel(id);
        }
        List<FineTuningService.Event> news = service.events(id, Optional.ofNullable(row.lastEvent));
        FineTuningService.Remote told = remote;
        return rows.change(row.key(), news, changed -> changed.told(told));
    }

    /** Takes the training files from the server again, unless another variant still needs them. */
    private FineTuningJobEntity tidy(FineTuningJobEntity row) {
        List<String> files = Stream.of(row.trainingFile, row.validationFile)
                .flatMap(Stream::ofNullable)
                .toList();
        if (row.filesRemoved || files.isEmpty()) {
            return row;
        }
        if (files.stream().anyMatch(file -> rows.isUsedElsewhere(row.key(), row.service, file))) {
            return row;
        }
        files.forEach(service::removeFile);
        return rows.change(row.key(), changed -> changed.filesRemoved = true);
    }

    private FineTuningJobEntity failed(long id, FineTuningException problem) {
        return rows.change(id, row -> {
            boolean late = row.createdAt.plus(PATIENCE).isBefore(clock.instant());
            boolean atServer = row.remoteId != null;
            if (row.state.isEnd()) {
                // The training itself went as it went; only its files are still there.
                row.filesRemoved = late || !problem.again();
                if (row.filesRemoved) {
                    row.error = Stream.of(row.error, "Its files could not be removed: " + problem.getMessage())
                            .flatMap(Stream::ofNullable)
                            .collect(Collectors.joining(" "));
                }
            } else if (atServer ? problem.isMissing() : late || !problem.again()) {
                end(row, FineTuningJob.State.FAILED, problem.getMessage());
            } else {
                row.error = problem.getMessage();
            }
        });
    }

    private static void end(FineTuningJobEntity row, FineTuningJob.State state, String error) {
        row.state = state;
        row.error = error;
        row.forgetContent();
    }
}
