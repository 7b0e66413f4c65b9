package app.whichday.cli;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Says where the server is, once it is there. */
@ApplicationScoped
class Greeting {
    private static final Logger LOG = Logger.getLogger(Greeting.class);

    private final HttpServer server;

    Greeting(HttpServer server) {
        this.server = server;
    }

    void say(@ObservesAsync HttpServerStart started) {
        String host = started.options().getHost();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        LOG.infof(
                "Whichday is at http://%s:%d%s; Ctrl-C stops it.",
                everywhere ? "localhost" : host,
                server.getPort(),
                everywhere ? " and, without TLS, at all of this machine's addresses" : "");
    }
}
