package app.whichday.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Messages in files: mbox, Maildir, MH folders, .eml, or several of these. They are there from the beginning and don't
 * change; UIDs count from 1, in the order of the files given and of delivery within each.
 */
public final class FileMailbox implements Mailbox {
    private final String name;
    private final List<MailSource> sources;
    private final UidValidity validity;
    private final boolean temporary;

    private FileMailbox(String name, List<MailSource> sources, boolean temporary) throws IOException {
        this.name = name;
        this.sources = sources;
        this.temporary = temporary;
        long stamp = 7;
        for (MailSource source : sources) {
            stamp = stamp * 31 + source.stamp();
        }
        this.validity = new UidValidity(stamp & Integer.MAX_VALUE);
    }

    /**
     * @param paths files or folders, at least one
     * @throws MailboxException of kind FILE when one of them is missing, unreadable or holds no mail
     */
    public static FileMailbox open(List<Path> paths) {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("No file given");
        }
        List<MailSource> sources = new ArrayList<>();
        try {
            for (Path path : paths) {
                sources.add(source(path));
            }
            String more = paths.size() == 1 ? "" : " and " + (paths.size() - 1) + " more";
            return new FileMailbox(paths.getFirst() + more, sources, false);
        } catch (IOException e) {
            sources.forEach(MailSource::close);
            throw unreadable(paths.getFirst(), e);
        } catch (MailboxException e) {
            sources.forEach(MailSource::close);
            throw e;
        }
    }

    /**
     * A message or an mbox from a stream, kept in a temporary file until {@link #close}.
     *
     * @param name for the owner, as "standard input"
     * @throws MailboxException of kind FILE when the stream holds no mail
     */
    public static FileMailbox open(InputStream in, String name) {
        @Nullable Path spool = null;
        try {
            spool = Files.createTempFile("whichday", ".mail");
            Files.copy(in, spool, StandardCopyOption.REPLACE_EXISTING);
            return new FileMailbox(name, List.of(file(spool, name)), true);
        } catch (IOException e) {
            delete(spool);
            throw new MailboxException(MailboxException.Kind.FILE, name + " could not be read: " + reason(e) + ".", e);
        } catch (MailboxException e) {
            delete(spool);
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public UidValidity uidValidity() {
        return validity;
    }

    @Override
    public List<Uid> uids() {
        long count = sources.stream().mapToLong(MailSource::count).sum();
        return LongStream.rangeClosed(1, count).mapToObj(Uid::new).toList();
    }

    @Override
    public void read(List<Uid> uids, Consumer<Fetched> sink) {
        for (Uid uid : uids) {
            long index = uid.value() - 1;
            for (MailSource source : sources) {
                if (index >= 0 && index < source.count()) {
                    sink.accept(read(uid, source, (int) index));
                    break;
                }
                index -= source.count();
            }
        }
    }

    private static Fetched read(Uid uid, MailSource source, int index) {
        try {
            return new Fetched.Read(uid, source.read(index));
        } catch (IOException e) {
            return new Fetched.SetAside(
                    uid, "Message " + (index + 1) + " of " + source.path() + " could not be read: " + reason(e) + ".");
        }
    }

    /** Files don't tell of changes. */
    @Override
    public boolean awaitChange(Duration atMost) throws InterruptedException {
        Thread.sleep(atMost);
        return false;
    }

    @Override
    public void close() {
        sources.forEach(MailSource::close);
        if (temporary) {
            sources.forEach(source -> delete(source.path()));
        }
    }

    private static MailSource source(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw broken(path + " doesn't exist. Name an mbox, a Maildir, or an .eml file.");
        }
        if (!Files.isReadable(path)) {
            throw broken(path + " can't be read: you have no permission to read it.");
        }
        return Files.isDirectory(path) ? folder(path) : file(path, path.toString());
    }

    private static MailSource file(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        if (head.length == 0) {
            throw broken(name + " is empty: there is no mail in it.");
        }
        if (MboxFile.looksLike(head)) {
            return MboxFile.open(file);
        }
        if (!MessageHead.looksLike(head)) {
            throw broken(
                    name + " is no mail: it begins neither as an mbox nor with header fields such as From and Date.");
        }
        return new MailFiles(file, List.of(file));
    }

    private static MailSource folder(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Path current = folder.resolve("cur");
        Path fresh = folder.resolve("new");
        if (Files.isDirectory(current) || Files.isDirectory(fresh)) {
            files(current, files, name -> !name.startsWith("."));
            files(fresh, files, name -> !name.startsWith("."));
            files.sort(Comparator.comparing(FileMailbox::delivery));
        } else {
            files(folder, files, FileMailbox::isMessage);
            files.sort(Comparator.comparingLong(
                            (Path file) -> number(file.getFileName().toString()))
                    .thenComparing(file -> file.getFileName().toString()));
        }
        if (files.isEmpty()) {
            throw broken(
                    folder + " holds no mail. A folder may be a Maildir (with cur and new in it) or hold .eml files.");
        }
        return new MailFiles(folder, files);
    }

    private static void files(Path folder, List<Path> out, Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (wanted.test(entry.getFileName().toString()) && Files.isRegularFile(entry)) {
                    out.add(entry);
                }
            }
        }
    }

    /** By extension, or a bare number as in MH folders. */
    private static boolean isMessage(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".eml") || number(lower) >= 0;
    }

    /** The number that MH gave a message ("12", "12."); -1 for other names. */
    private static long number(String name) {
        String digits = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (digits.isEmpty() || digits.length() > 15) {
            return -1;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(digits);
    }

    /** Maildir names begin with the second of delivery; as text, padded, they sort by it. */
    private static String delivery(Path file) {
        String name = file.getFileName().toString();
        int flags = name.indexOf(":2,");
        String unique = flags < 0 ? name : name.substring(0, flags);
        int dot = unique.indexOf('.');
        return dot > 0 && dot < 20 ? "0".repeat(20 - dot) + unique : unique;
    }

    private static MailboxException broken(String sentence) {
        return new MailboxException(MailboxException.Kind.FILE, sentence);
    }

    private static MailboxException unreadable(Path path, IOException e) {
        return new MailboxException(MailboxException.Kind.FILE, path + " could not be read: " + reason(e) + ".", e);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit(); // still open on some systems; nothing depends on it
        }
    }
}
