package app.whichday.storage;

import java.nio.file.Path;
import java.util.Scanner;

/** A Whichday reduced to its storage, to be killed: opens the folder, starts the database, says where, waits. */
final class StorageProcess {
    private StorageProcess() {}

    public static void main(String... args) {
        try (DataFolder folder = DataFolder.open(Path.of(args[0]));
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, args[1])) {
            System.out.println(embedded.database().url());
            new Scanner(System.in).hasNextLine();
        } catch (StorageException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
