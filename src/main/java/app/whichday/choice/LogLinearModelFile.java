package app.whichday.choice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * A trained model on disk: hashes and weights, no text, so nothing of the mails it learned from.
 *
 * <p>Big-endian: magic {@code WDLL}, format version (2 bytes), model version (modified UTF-8), temperature (8), count
 * (4), then per weight its hash (8) in ascending order and the weight (4), and the CRC-32 of all that (4). Its provenance
 * lies beside it as JSON. Equal models are equal files.
 */
public final class LogLinearModelFile {
    private static final int MAGIC = 0x57444c4c;
    private static final int FORMAT = 1;
    /** More weights than any of our models by far: a broken count must not ask for gigabytes. */
    private static final int MOST = 8_000_000;

    private LogLinearModelFile() {}

    public static byte[] bytes(LogLinearModel model) {
        LogLinearModel.Entries entries = model.entries();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 12 * entries.hashes().length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeShort(FORMAT);
            out.writeUTF(model.version().name());
            out.writeDouble(model.temperature());
            out.writeInt(entries.hashes().length);
            for (int i = 0; i < entries.hashes().length; i++) {
                out.writeLong(entries.hashes()[i]);
                out.writeFloat(entries.weights()[i]);
            }
            out.writeInt(crc(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("An array in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    public static void write(LogLinearModel model, Path file) throws IOException {
        Files.write(file, bytes(model));
    }

    /** @throws IOException where the file can't be read or is not a whole model of this format */
    public static LogLinearModel read(Path file) throws IOException {
        return read(Files.readAllBytes(file), file.toString());
    }

    /**
     * @param path absolute on the class path; the native image includes {@code *.model}
     * @throws IllegalArgumentException where there is no such resource
     */
    public static LogLinearModel resource(String path) {
        try (InputStream in = LogLinearModelFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No model at " + path + " on the class path");
            }
            return read(in.readAllBytes(), path);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the model " + path, e);
        }
    }

    /** @throws IOException where they are not a whole model of this format */
    public static LogLinearModel read(byte[] bytes) throws IOException {
        return read(bytes, "The model");
    }

    private static LogLinearModel read(byte[] bytes, String name) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (bytes.length < 24 || in.readInt() != MAGIC) {
            throw new IOException(name + " is not a Whichday model");
        }
        int format = in.readUnsignedShort();
        if (format != FORMAT) {
            throw new IOException(name + " has model format " + format + "; this version of Whichday reads " + FORMAT);
        }
        ModelVersion version = new ModelVersion(in.readUTF());
        double temperature = in.readDouble();
        int count = in.readInt();
        if (count < 0 || count > MOST || in.available() != 12 * count + 4) {
            throw new IOException(name + " is cut off or damaged: its length doesn't fit its " + count + " weights");
        }
        long[] hashes = new long[count];
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = in.readLong();
            weights[i] = in.readFloat();
        }
        if (in.readInt() != crc(bytes, bytes.length - 4)) {
            throw new IOException(name + " is damaged: its checksum is wrong");
        }
        return new LogLinearModel(version, temperature, hashes, weights);
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
