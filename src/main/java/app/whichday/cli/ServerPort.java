package app.whichday.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Where the server is to listen. */
final class ServerPort {
    private ServerPort() {}

    /**
     * Tries it. Quarkus would say that a port is taken too, but after the database has started and in a log's words.
     *
     * @throws Problem when a server can't listen there
     */
    static void requireFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new Problem(
                    "There is no host \"" + Console.harmless(host)
                            + "\" to listen at: use localhost, or 0.0.0.0 for all (--host).",
                    e);
        } catch (IOException e) {
            throw new Problem(
                    "Port " + port + " at " + host + " can't be used (" + e.getMessage()
                            + "): stop what uses it, or choose another with --port.",
                    e);
        }
    }
}
