package app.whichday.tuning;

import app.whichday.choice.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What was written for Whichday to train on: a resource, a line each; empty ones and those that begin with # say nothing. */
record OwnLines(byte[] bytes, List<Line> lines) {
    /** @param number from 1, as editors count */
    record Line(int number, String text) {}

    OwnLines {
        lines = List.copyOf(lines);
    }

    /** @param resource absolute on the class path */
    static OwnLines of(String resource) throws IOException {
        try (InputStream in = OwnLines.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No " + resource + " on the class path");
            }
            byte[] bytes = in.readAllBytes();
            return new OwnLines(bytes, lines(bytes));
        }
    }

    private static List<Line> lines(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            number++;
            if (!text.isBlank() && !text.startsWith("#")) {
                lines.add(new Line(number, text));
            }
        }
        return lines;
    }

    Provenance.Data provenance(String name) {
        return new Provenance.Data(name, DataFolder.sha256(bytes), lines.size());
    }
}
