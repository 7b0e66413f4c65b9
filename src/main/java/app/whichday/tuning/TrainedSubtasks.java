package app.whichday.tuning;

import app.whichday.choice.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every subtask that learns, room by room. A room that has another gets its line here, and nowhere else. */
final class TrainedSubtasks {
    private static final List<Room> ROOMS = List.of(ReadingSubtasks::read, MailSubtasks::read, EventSubtasks::read);

    private TrainedSubtasks() {}

    /** The trainings of one room. */
    @FunctionalInterface
    interface Room {
        /** @throws IOException where a file can't be read */
        List<SubtaskTraining<?>> read(DataFolder data) throws IOException;
    }

    /**
     * A training with what it is trained on.
     *
     * @param data files and resources, in the order in which they were read
     */
    record Trained<T>(SubtaskTraining<T> training, List<Provenance.Data> data) {
        Trained {
            data = List.copyOf(data);
        }
    }

    /**
     * @param folder with {@code mails/}, {@code when/} and {@code intent/} in it
     * @throws IllegalArgumentException where a file is missing or a line can't be read
     */
    static List<Trained<?>> read(Path folder) throws IOException {
        List<Trained<?>> all = new ArrayList<>();
        for (Room room : ROOMS) {
            DataFolder data = new DataFolder(folder);
            for (SubtaskTraining<?> training : room.read(data)) {
                all.add(new Trained<>(training, data.read()));
            }
        }
        return List.copyOf(all);
    }
}
