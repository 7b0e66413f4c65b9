package app.whichday.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in this process that speaks OpenAI's fine-tuning protocol: files, jobs and events, in pages, the newest first. It
 * trains nothing; tests say how a job goes, and when the server misbehaves.
 */
public final class FineTuningServerStub implements AutoCloseable {
    public static final String KEY = "right-key";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 2;
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]+)\"");

    /** What goes wrong with one request. */
    public enum Trouble {
        /** Refused with a status that may pass. */
        BUSY,
        BROKEN,
        /** Done, but the answer gets lost. */
        ANSWER_LOST,
        /** Refused for good. */
        BAD_REQUEST
    }

    private final HttpServer server;
    private final Map<String, ObjectNode> files = new LinkedHashMap<>();
    private final Map<String, String> contents = new LinkedHashMap<>();
    private final Map<String, ObjectNode> jobs = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> events = new LinkedHashMap<>();
    private final Map<String, List<Trouble>> troubles = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile boolean keepsMetadata = true;
    private int count;

    public FineTuningServerStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI baseUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
    }

    /** The next such requests go wrong, one after another: "POST /files". */
    public void trouble(String request, Trouble... wrong) {
        troubles.put(request, new CopyOnWriteArrayList<>(wrong));
    }

    /** As of servers that take metadata and drop it. */
    void forgetMetadata() {
        keepsMetadata = false;
    }

    /** Methods and paths, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    long count(String request) {
        return requests.stream().filter(request::equals).count();
    }

    synchronized Map<String, ObjectNode> jobs() {
        return Map.copyOf(jobs);
    }

    synchronized Map<String, String> contents() {
        return Map.copyOf(contents);
    }

    synchronized ObjectNode onlyJob() {
        return jobs.values().iterator().next();
    }

    synchronized void status(String job, String status) {
        jobs.get(job).put("status", status);
    }

    synchronized void succeed(String job, String model) {
        jobs.get(job).put("status", "succeeded").put("fine_tuned_model", model).put("trained_tokens", 4711);
    }

    synchronized void fail(String job, String message) {
        jobs.get(job)
                .put("status", "failed")
                .putObject("error")
                .put("code", "invalid_training_file")
                .put("message", message)
                .putNull("param");
    }

    synchronized void event(String job, String message) {
        List<ObjectNode> ofJob = events.computeIfAbsent(job, ignored -> new ArrayList<>());
        ofJob.addFirst(JSON.createObjectNode()
                .put("object", "fine_tuning.job.event")
                .put("id", "ftevent-" + ++count)
                .put("created_at", 1_700_000_000L + count)
                .put("level", "info")
                .put("message", message));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().replaceFirst("^/v1", "");
        String request = exchange.getRequestMethod() + " " + path;
        requests.add(request);
        if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            error(exchange, 401, "Incorrect API key provided: wr***ey.");
            return;
        }
        List<Trouble> wrong = troubles.getOrDefault(request, List.of());
        Optional<Trouble> trouble = wrong.isEmpty() ? Optional.empty() : Optional.of(wrong.removeFirst());
        switch (trouble.orElse(null)) {
            case BUSY -> {
                exchange.getResponseHeaders().add("Retry-After-Ms", "1");
                error(exchange, 429, "Rate limit reached");
            }
            case BROKEN -> {
                exchange.getResponseHeaders().add("Retry-After-Ms", "1");
                error(exchange, 500, "The server had an error");
            }
            case BAD_REQUEST -> error(exchange, 400, "The model is not available for fine-tuning");
            case ANSWER_LOST -> {
                answer(request, exchange, body);
                exchange.close();
            }
            case null -> {
                Optional<JsonNode> answer = answer(request, exchange, body);
                if (answer.isPresent()) {
                    send(exchange, 200, answer.get());
                } else {
                    error(exchange, 404, "No such thing: " + path);
                }
            }
        }
    }

    private Optional<JsonNode> answer(String request, HttpExchange exchange, byte[] body) throws IOException {
        String[] parts = request.split("[ /]+");
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        String kind = parts[0] + " " + parts[1] + " " + parts.length;
        return switch (kind) {
            case "POST files 2" -> Optional.of(upload(new String(body, StandardCharsets.UTF_8)));
            case "GET files 2" -> Optional.of(page(List.copyOf(files.values()).reversed(), query));
            case "DELETE files 3" -> {
                contents.remove(parts[2]);
                yield Optional.ofNullable(files.remove(parts[2])).map(file -> JSON.createObjectNode()
                        .put("id", parts[2])
                        .put("object", "file")
                        .put("deleted", true));
            }
            case "POST fine_tuning 3" -> Optional.of(create(JSON.readTree(body)));
            case "GET fine_tuning 3" ->
                Optional.of(page(List.copyOf(jobs.values()).reversed(), query));
            case "GET fine_tuning 4" -> Optional.ofNullable(jobs.get(parts[3]));
            case "POST fine_tuning 5" ->
                Optional.ofNullable(jobs.get(parts[3])).map(job -> job.put("status", "cancelled"));
            case "GET fine_tuning 5" -> Optional.of(page(events.getOrDefault(parts[3], List.of()), query));
            default -> Optional.empty();
        };
    }

    private ObjectNode upload(String multipart) {
        Matcher name = FILE_NAME.matcher(multipart);
        String id = "file-" + ++count;
        ObjectNode file = JSON.createObjectNode()
                .put("id", id)
                .put("object", "file")
                .put("bytes", multipart.length())
                .put("created_at", 1_700_000_000L)
                .put("filename", name.find() ? name.group(1) : "")
                .put("purpose", multipart.contains("fine-tune") ? "fine-tune" : "")
                .put("status", "processed");
        files.put(id, file);
        contents.put(id, multipart);
        return file;
    }

    private ObjectNode create(JsonNode order) {
        String id = "ftjob-" + ++count;
        ObjectNode job = JSON.createObjectNode()
                .put("id", id)
                .put("object", "fine_tuning.job")
                .put("created_at", 1_700_000_000L)
                .put("status", "validating_files")
                .putNull("fine_tuned_model")
                .putNull("error")
                .putNull("trained_tokens");
        job.set("model", order.path("model"));
        job.set("training_file", order.path("training_file"));
        job.set("validation_file", order.path("validation_file"));
        job.set("user_provided_suffix", order.path("suffix"));
        if (order.has("method")) {
            job.set("method", order.path("method"));
        }
        if (keepsMetadata) {
            job.set("metadata", order.path("metadata"));
        }
        jobs.put(id, job);
        return job;
    }

    private static ObjectNode page(List<ObjectNode> all, String query) {
        Function<ObjectNode, String> id = node -> node.path("id").asText();
        Matcher after = Pattern.compile("after=([^&]+)").matcher(query);
        int from = 0;
        if (after.find()) {
            List<String> ids = all.stream().map(id).toList();
            from = ids.indexOf(after.group(1)) + 1;
        }
        ObjectNode page = JSON.createObjectNode().put("object", "list");
        ArrayNode data = page.putArray("data");
        all.stream().skip(from).limit(PAGE).forEach(data::add);
        page.put("has_more", from + PAGE < all.size());
        return page;
    }

    private static void error(HttpExchange exchange, int status, String message) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("error")
                .put("message", message)
                .put("type", "stub")
                .putNull("param")
                .putNull("code");
        send(exchange, status, root);
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
