package app.whichday.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A wire to a server on this machine that counts what comes through, and can be cut or go dead. */
final class Wire implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean dead;
    private volatile long cutAfter = Long.MAX_VALUE;

    Wire(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Bytes that came from the server so far. */
    long received() {
        return received.get();
    }

    int connections() {
        return connections.get();
    }

    /** Breaks all connections as soon as so many further bytes have come from the server; then never again. */
    void cutAfter(long bytes) {
        cutAfter = received.get() + bytes;
    }

    void cut() {
        ends.forEach(Wire::closeQuietly);
        ends.clear();
    }

    /** From now on nothing comes through, but neither end is told. New connections are fine once {@link #revive}d. */
    void die() {
        dead = true;
    }

    void revive() {
        dead = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                ends.add(client);
                Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
                connections.incrementAndGet();
                ends.add(far);
                Thread.ofVirtual().start(() -> carry(client, far, false));
                Thread.ofVirtual().start(() -> carry(far, client, true));
            } catch (IOException e) {
                // The door is closed, or the server isn't there: the client notices.
                cut();
            }
        }
    }

    private void carry(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[8192];
        boolean lost = false;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                lost |= dead;
                if (lost) {
                    continue;
                }
                out.write(buffer, 0, n);
                out.flush();
                if (counted && received.addAndGet(n) > cutAfter) {
                    cutAfter = Long.MAX_VALUE;
                    cut();
                }
            }
        } catch (IOException e) {
            // Cut.
        }
        closeQuietly(from);
        closeQuietly(to);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    @Override
    public void close() {
        closeQuietly();
        cut();
    }

    private void closeQuietly() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
