package app.whichday.when;

import app.whichday.cli.WhenBatch;
import java.io.*;
import java.nio.charset.StandardCharsets;

/** Development only. */
public final class LabBatch {
    public static void main(String[] a) throws Exception {
        new WhenBatch(WhenReader.base()).run(new InputStreamReader(System.in, StandardCharsets.UTF_8), new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    }
}
