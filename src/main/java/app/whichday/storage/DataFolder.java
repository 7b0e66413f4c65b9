package app.whichday.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything Whichday keeps: database, keys, lock. Open, it belongs to this process alone; only
 * its user may look inside.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "whichday.lock";
    private static final int SECRET_BYTES = 32;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and locks it.
     *
     * @throws StorageException when it can't be made or written, or another Whichday has it open
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            create(path);
            channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String owner = readOwner(path).isPresent()
                        ? " (process " + readOwner(path).getAsLong() + ")"
                        : "";
                throw new StorageException("Another Whichday" + owner + " is using the data folder " + path
                        + ": stop it first, or choose another folder with --data.");
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            close(channel, e);
            throw unusable(path, e);
        } catch (StorageException e) {
            close(channel, e);
            throw e;
        }
    }

    /** The process that has the folder open now; empty where none has, or the folder isn't there. */
    public static Optional<OptionalLong> lockedBy(Path folder) {
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null ? Optional.of(readOwner(folder)) : Optional.empty();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    public Path path() {
        return path;
    }

    /**
     * A secret of this installation: 32 random bytes in Base64, made when first asked for, kept in a file that only
     * this user may read.
     */
    public String secret(String fileName) {
        Path file = path.resolve(fileName);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                writePrivately(file, Base64.getEncoder().encodeToString(bytes));
            }
            String secret = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (Base64.getDecoder().decode(secret).length != SECRET_BYTES) {
                throw new IllegalArgumentException("length");
            }
            return secret;
        } catch (IOException e) {
            throw unusable(path, e);
        } catch (IllegalArgumentException e) {
            throw new StorageException(
                    file + " should hold 32 bytes in Base64 and doesn't: restore it from a backup, or, when what it"
                            + " protects may be lost, remove it.",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            // Closing the channel gives the lock back.
            channel.close();
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /** Writes the whole file or nothing, readable by this user only from its first moment. */
    static void writePrivately(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(part);
        if (isPosix(file)) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(part);
        }
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static StorageException unusable(Path where, IOException e) {
        if (isDiskFull(e.getMessage())) {
            return diskFull(where, e);
        }
        String why =
                switch (e) {
                    case AccessDeniedException denied -> "permission denied at " + denied.getFile();
                    case FileAlreadyExistsException there -> there.getFile() + " is there and is no folder";
                    default -> e.getMessage();
                };
        return new StorageException(
                "The data folder " + where + " can't be used: " + why + ". Mend that, or choose another with --data.",
                e);
    }

    static boolean isDiskFull(@Nullable String message) {
        return message != null
                && (message.contains("No space left on device") || message.contains("Disk quota exceeded"));
    }

    static StorageException diskFull(Path where, @Nullable Throwable cause) {
        return new StorageException(
                "The disk that holds " + where + " is full: free some space (Whichday needs at least 300 MB), or choose"
                        + " a folder on another disk with --data.",
                cause);
    }

    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        if (isPosix(path)) {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(path);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very JVM, which the system's locks don't count as another.
            return null;
        }
    }

    private static OptionalLong readOwner(Path folder) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(folder.resolve(LOCK), StandardCharsets.US_ASCII)
                    .strip()));
        } catch (IOException | NumberFormatException e) {
            // Only a courtesy of the message: its absence changes nothing.
            return OptionalLong.empty();
        }
    }

    private static void close(@Nullable FileChannel channel, Exception because) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                because.addSuppressed(e);
            }
        }
    }
}
