package app.whichday.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Messages in files of their own: a Maildir, a folder of .eml files, an MH folder, or a single file. */
final class MailFiles implements MailSource {
    private final Path path;
    private final List<Path> files;

    /** @param files in the order of delivery */
    MailFiles(Path path, List<Path> files) {
        this.path = path;
        this.files = List.copyOf(files);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public int count() {
        return files.size();
    }

    @Override
    public long stamp() throws IOException {
        // A Maildir renames a file when its flags change; what stands before the colon is the message's own name
        long stamp = 17;
        for (Path file : files) {
            String name = file.getFileName().toString();
            int flags = name.indexOf(":2,");
            stamp = stamp * 31 + (flags < 0 ? name : name.substring(0, flags)).hashCode();
        }
        return stamp;
    }

    @Override
    public Mail read(int index) throws IOException {
        Path file = files.get(index);
        SentTime delivered = FileTimes.modified(file);
        long size = Files.size(file);
        return size <= MailParser.IN_MEMORY
                ? MailParser.parse(Files.readAllBytes(file), delivered)
                : MailParser.parse(file, delivered);
    }
}
