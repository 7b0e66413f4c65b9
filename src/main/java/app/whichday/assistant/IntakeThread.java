package app.whichday.assistant;

import app.whichday.mail.Mails;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one thread that reads mail: at the start, and whenever some has arrived. */
@ApplicationScoped
class IntakeThread {
    private static final Logger LOG = Logger.getLogger(IntakeThread.class);

    private final Intake intake;
    private final AssistantConfig config;
    /** One permit: something may wait to be read. */
    private final Semaphore arrived = new Semaphore(0);

    private volatile boolean stopping;
    private @Nullable Thread thread;

    IntakeThread(Intake intake, AssistantConfig config) {
        this.intake = intake;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            arrived.release();
            thread = Thread.ofPlatform().daemon().name("intake").start(this::run);
        }
    }

    void wake(@Observes Mails.Arrived event) {
        arrived.release();
    }

    /** Lets the mail that is being read come to its end. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        arrived.release();
        Thread running = thread;
        if (running != null) {
            running.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void run() {
        try {
            while (!stopping) {
                arrived.acquire();
                arrived.drainPermits();
                readAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll() throws InterruptedException {
        try {
            intake.readAll(() -> !stopping);
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.errorf(e, "Reading mail is interrupted; the next try is in %s", config.retryAfter());
                // A stop or new mail ends the wait early.
                arrived.tryAcquire(config.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
                arrived.release();
            }
        }
    }
}
