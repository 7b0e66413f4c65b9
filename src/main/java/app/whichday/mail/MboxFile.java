package app.whichday.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * An mbox file (RFC 4155 and its elder variants): messages one after another, each headed by a line that begins with
 * "From ". Of the file only the messages' positions are held in memory.
 *
 * <p>A "From " line counts at the file's beginning and after an empty line, and only if a time follows in it: mboxcl doesn't
 * escape such lines in the text.
 */
final class MboxFile implements MailSource {
    private static final int BUFFER = 1 << 16;
    private static final int MAX_FROM_LINE = 200;

    private final Path path;
    private final FileChannel channel;
    /** Where each message's "From " line begins, and at the end the file's size. */
    private long[] begins = new long[64];

    private int count;

    private MboxFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws IOException when the file can't be read to its end */
    static MboxFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            MboxFile mbox = new MboxFile(path, channel);
            mbox.scan();
            return mbox;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the file begins as an mbox does. */
    static boolean looksLike(byte[] head) {
        int at = 0;
        while (at < head.length && (head[at] == '\n' || head[at] == '\r')) {
            at++;
        }
        int end = at;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return fromLine(new String(head, at, end - at, StandardCharsets.ISO_8859_1));
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public int count() {
        return count;
    }

    /** The first message's line: an mbox that only grows keeps its UIDs. */
    @Override
    public long stamp() throws IOException {
        return line(begins[0]).hashCode();
    }

    @Override
    public Mail read(int index) throws IOException {
        String fromLine = line(begins[index]);
        long begin = begins[index] + fromLine.length();
        long end = withoutSeparator(begin, begins[index + 1]);
        SentTime delivered =
                SentTimeReader.read(fromLine, SentTimeReader.Hint.NONE).orElse(FileTimes.modified(path));
        if (end - begin <= MailParser.IN_MEMORY) {
            return MailParser.parse(bytes(begin, (int) (end - begin)), delivered);
        }
        return MailParser.parse(path, begin, end, delivered);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new MailboxException(
                    MailboxException.Kind.FILE, path + " could not be closed: " + e.getMessage() + ".", e);
        }
    }

    /** The empty line before the next "From " belongs to the mbox, not to the message. */
    private long withoutSeparator(long begin, long end) throws IOException {
        long from = Math.max(begin, end - 4);
        String tail = new String(bytes(from, (int) (end - from)), StandardCharsets.ISO_8859_1);
        if (tail.endsWith("\r\n\r\n")) {
            return end - 2;
        }
        return tail.endsWith("\n\n") ? end - 1 : end;
    }

    private byte[] bytes(long begin, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining() && channel.read(buffer, begin + buffer.position()) >= 0) {}
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** The line with its end. */
    private String line(long begin) throws IOException {
        byte[] head = bytes(begin, MAX_FROM_LINE);
        int end = 0;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return new String(head, 0, Math.min(head.length, end + 1), StandardCharsets.ISO_8859_1);
    }

    private void scan() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        byte[] bytes = buffer.array();
        long position = 0;
        long lineBegin = 0;
        int lineLength = 0;
        boolean afterBlank = true;
        byte[] from = new byte[MAX_FROM_LINE];
        while (channel.read(buffer) >= 0) {
            int n = buffer.position();
            for (int i = 0; i < n; i++) {
                byte b = bytes[i];
                if (b == '\n') {
                    if (afterBlank && starts(from, lineLength)) {
                        candidate(
                                lineBegin,
                                new String(from, 0, Math.min(lineLength, MAX_FROM_LINE), StandardCharsets.ISO_8859_1));
                    }
                    afterBlank = lineLength == 0 || lineLength == 1 && from[0] == '\r';
                    lineBegin = position + i + 1;
                    lineLength = 0;
                } else {
                    if (lineLength < MAX_FROM_LINE) {
                        from[lineLength] = b;
                    }
                    lineLength = lineLength == Integer.MAX_VALUE ? lineLength : lineLength + 1;
                }
            }
            position += n;
            buffer.clear();
        }
        begins = Arrays.copyOf(begins, count + 1);
        begins[count] = position;
    }

    private static boolean starts(byte[] line, int length) {
        return length > 5 && line[0] == 'F' && line[1] == 'r' && line[2] == 'o' && line[3] == 'm' && line[4] == ' ';
    }

    private void candidate(long begin, String line) {
        if (!fromLine(line)) {
            return;
        }
        if (count + 1 >= begins.length) {
            begins = Arrays.copyOf(begins, begins.length * 2);
        }
        begins[count++] = begin;
    }

    /** {@code From ada@example.org Mon Nov  3 09:12:00 2025}: with a time, whatever its order. */
    private static boolean fromLine(String line) {
        if (!line.startsWith("From ") || line.length() > MAX_FROM_LINE) {
            return false;
        }
        Optional<SentTimeReader.Found> time = SentTimeReader.find(line, SentTimeReader.Hint.NONE);
        return time.isPresent() && time.get().timed();
    }
}
