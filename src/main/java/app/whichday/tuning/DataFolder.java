package app.whichday.tuning;

import app.whichday.choice.Provenance;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The folder of labelled data, and a record of what was read from it. */
final class DataFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<Provenance.Data> read = new ArrayList<>();

    /** @throws IllegalArgumentException where there is no such folder */
    DataFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "There is no folder " + folder + "; --data names the folder with mails/ and when/ in it");
        }
        this.folder = folder;
    }

    /**
     * The objects of a JSON lines file.
     *
     * @param name relative to the folder
     * @throws IllegalArgumentException for a line that is no JSON object; names file and line
     */
    List<JsonNode> lines(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "There is no file " + file + "; --data names the folder with mails/ and when/ in it");
        }
        byte[] bytes = Files.readAllBytes(file);
        List<JsonNode> objects = new ArrayList<>();
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            number++;
            if (!line.isBlank()) {
                objects.add(object(line, file + ", line " + number));
            }
        }
        remember(new Provenance.Data(name, sha256(bytes), objects.size()));
        return objects;
    }

    /** The lines of a text file that hold something. */
    List<String> text(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "There is no file " + file + "; --data names the folder with mails/, when/ and intent/ in it");
        }
        byte[] bytes = Files.readAllBytes(file);
        List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        read.add(new Provenance.Data(name, sha256(bytes), lines.size()));
        return lines;
    }

    private static JsonNode object(String line, String place) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalArgumentException(place + ": not JSON", e);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException(place + ": not a JSON object");
        }
        return node;
    }

    /** Remembers what was read from elsewhere, such as from the program's own resources. */
    void remember(Provenance.Data other) {
        if (!read.contains(other)) {
            read.add(other);
        }
    }

    /** What was read so far, in that order. */
    List<Provenance.Data> read() {
        return List.copyOf(read);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
