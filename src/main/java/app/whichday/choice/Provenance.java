package app.whichday.choice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a trained model comes from: enough to train it again and to compare it. Lies beside the model as JSON.
 *
 * @param parent the version that it was trained on from; empty for a base model
 * @param data what it learned from, in the order in which it was read
 * @param examples how many questions
 * @param parameters of the training, by name
 * @param metrics measured on what it was not trained on
 * @param reliability the same, for drawing: how often answers of one probability are right
 * @param coverage the same: how often the surest answers are
 * @param trainedAt when
 */
public record Provenance(
        Subtask subtask,
        ModelVersion version,
        Optional<ModelVersion> parent,
        List<Data> data,
        int examples,
        Map<String, String> parameters,
        List<Metric> metrics,
        List<Curves.Reliability> reliability,
        List<Curves.Coverage> coverage,
        Instant trainedAt) {
    /**
     * A file or table of examples.
     *
     * @param sha256 of its bytes, in hexadecimal
     */
    @RegisterForReflection
    public record Data(String name, String sha256, int rows) {}

    public Provenance {
        data = List.copyOf(data);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        metrics = List.copyOf(metrics);
        reliability = List.copyOf(reliability);
        coverage = List.copyOf(coverage);
    }

    /** Pretty-printed, keys in a fixed order. Written node by node: no reflection, so the native image needs no hints. */
    public String toJson() {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        root.put("subtask", subtask.name());
        root.put("version", version.name());
        parent.ifPresent(p -> root.put("parent", p.name()));
        root.put("trainedAt", trainedAt.toString());
        for (Data part : data) {
            root.withArray("data")
                    .addObject()
                    .put("name", part.name)
                    .put("sha256", part.sha256)
                    .put("rows", part.rows);
        }
        root.put("examples", examples);
        parameters.forEach(root.putObject("parameters")::put);
        for (Metric metric : metrics) {
            root.withArray("metrics")
                    .addObject()
                    .put("name", metric.name())
                    .put("value", metric.value())
                    .put("low", metric.low())
                    .put("high", metric.high())
                    .put("count", metric.count());
        }
        for (Curves.Reliability point : reliability) {
            root.withArray("reliability")
                    .addObject()
                    .put("confidence", rounded(point.confidence()))
                    .put("accuracy", rounded(point.accuracy()))
                    .put("count", point.count());
        }
        for (Curves.Coverage point : coverage) {
            root.withArray("coverage")
                    .addObject()
                    .put("share", rounded(point.share()))
                    .put("accuracy", rounded(point.accuracy()))
                    .put("probability", rounded(point.probability()));
        }
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of strings and numbers could not be written", e);
        }
    }

    /** Points are drawn and compared, never computed with: five digits are more than are known. */
    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    /** @throws IllegalArgumentException where it is not such JSON */
    public static Provenance fromJson(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            List<Data> data = new ArrayList<>();
            root.path("data")
                    .forEach(d -> data.add(new Data(
                            d.path("name").asText(),
                            d.path("sha256").asText(),
                            d.path("rows").asInt())));
            List<Metric> metrics = new ArrayList<>();
            root.path("metrics")
                    .forEach(m -> metrics.add(new Metric(
                            m.path("name").asText(),
                            m.path("value").asDouble(),
                            m.path("low").asDouble(),
                            m.path("high").asDouble(),
                            m.path("count").asInt())));
            List<Curves.Reliability> reliability = new ArrayList<>();
            root.path("reliability")
                    .forEach(p -> reliability.add(new Curves.Reliability(
                            p.path("confidence").asDouble(),
                            p.path("accuracy").asDouble(),
                            p.path("count").asInt())));
            List<Curves.Coverage> coverage = new ArrayList<>();
            root.path("coverage")
                    .forEach(p -> coverage.add(new Curves.Coverage(
                            p.path("share").asDouble(),
                            p.path("accuracy").asDouble(),
                            p.path("probability").asDouble())));
            Map<String, String> parameters = new LinkedHashMap<>();
            root.path("parameters")
                    .properties()
                    .forEach(p -> parameters.put(p.getKey(), p.getValue().asText()));
            return new Provenance(
                    new Subtask(root.path("subtask").asText()),
                    new ModelVersion(root.path("version").asText()),
                    Optional.ofNullable(root.get("parent")).map(p -> new ModelVersion(p.asText())),
                    data,
                    root.path("examples").asInt(),
                    parameters,
                    metrics,
                    reliability,
                    coverage,
                    Instant.parse(root.path("trainedAt").asText()));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException("Not the provenance of a model: " + e.getMessage(), e);
        }
    }
}
