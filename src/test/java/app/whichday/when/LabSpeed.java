package app.whichday.when;

import com.fasterxml.jackson.databind.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;

public final class LabSpeed {
    public static void main(String[] a) throws Exception {
        long t = System.nanoTime();
        WhenReader r = WhenReader.base();
        System.out.println("load ms " + (System.nanoTime() - t) / 1e6);
        List<String> T = new ArrayList<>();
        List<Anchor> A = new ArrayList<>();
        ObjectMapper m = new ObjectMapper();
        for (String l : Files.readAllLines(Path.of("/work/shared/data/when/mail200.jsonl"))) {
            JsonNode n = m.readTree(l);
            T.add(n.get("text").asText());
            ZoneId z = ZoneId.of(n.get("zone").asText());
            A.add(new Anchor(
                    LocalDateTime.parse(n.get("ref").asText()).atZone(z).toInstant(),
                    z,
                    Locale.forLanguageTag(n.get("locale").asText())));
        }
        var mx = java.lang.management.ManagementFactory.getThreadMXBean();
        for (int k = 0; k < 12; k++) {
            long c = mx.getCurrentThreadCpuTime();
            int n = 0;
            for (int j = 0; j < 60; j++)
                for (int i = 0; i < T.size(); i++) {
                    n += r.read(T.get(i), A.get(i)).size() >= 0 ? 1 : 0;
                }
            System.out.printf("%.0f sentences/cpu s%n", n / ((mx.getCurrentThreadCpuTime() - c) / 1e9));
        }
        for (String u : List.of("1 ", "next ", "(", "Friday ", "3-")) {
            String s = u.repeat(10_000_000 / u.length());
            t = mx.getCurrentThreadCpuTime();
            int n = r.read(s, A.get(0)).size();
            System.out.printf(
                    "10MB of '%s' %.2f s, %d found, %d MB%n",
                    u,
                    (mx.getCurrentThreadCpuTime() - t) / 1e9,
                    n,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        }
    }
}
