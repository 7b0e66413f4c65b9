package app.whichday.choice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server in this process that speaks as much of OpenAI's chat protocol as a chooser needs, and misbehaves on demand. */
public final class ChatServerStub implements AutoCloseable {
    public static final ObjectMapper JSON = new ObjectMapper();

    /** What the server does with a request. */
    public interface Behaviour {
        void answer(HttpExchange exchange, JsonNode request) throws IOException;
    }

    /** A request as it came. */
    public record Received(String path, String authorization, JsonNode body, String raw) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Behaviour behaviour = message("{\"answer\":\"A\"}");

    public ChatServerStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode body = JSON.readTree(raw);
            received.add(new Received(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body,
                    raw));
            behaviour.answer(exchange, body);
            exchange.close();
        });
        server.start();
    }

    public String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    public void behave(Behaviour other) {
        behaviour = other;
    }

    public List<Received> received() {
        return received;
    }

    /** A well-formed completion with that text. */
    public static Behaviour message(String content) {
        return json(200, completion(content).toString());
    }

    static ObjectNode completion(String content) {
        ObjectNode root = JSON.createObjectNode();
        root.put("id", "stub-1")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", "stub");
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", content);
        root.putObject("usage")
                .put("prompt_tokens", 120)
                .put("completion_tokens", 5)
                .put("total_tokens", 125);
        return root;
    }

    static Behaviour json(int status, String body) {
        return (exchange, request) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** An error with the word when to come back. */
    static Behaviour busy(int status, String retryAfter) {
        return (exchange, request) -> {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            json(status, "{\"error\":{\"message\":\"slow down\"}}").answer(exchange, request);
        };
    }

    /** The first behaviour once, then the other. */
    static Behaviour first(Behaviour once, Behaviour then) {
        AtomicBoolean done = new AtomicBoolean();
        return (exchange, request) -> (done.getAndSet(true) ? then : once).answer(exchange, request);
    }

    /** Hangs up in the middle of an answer. */
    static Behaviour reset() {
        return (exchange, request) -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("{\"choices\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("hanging up");
        };
    }

    /** Says nothing until the server is closed. */
    Behaviour hang() {
        return (exchange, request) -> awaitClosing(Duration.ofMinutes(1));
    }

    /** A byte of the answer now and then, so that a time-out between two bytes alone never strikes. */
    Behaviour trickle() {
        return (exchange, request) -> {
            byte[] bytes = completion("{\"answer\":\"A\"}").toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                for (byte b : bytes) {
                    out.write(b);
                    out.flush();
                    if (awaitClosing(Duration.ofMillis(100))) {
                        return;
                    }
                }
            }
        };
    }

    private boolean awaitClosing(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
