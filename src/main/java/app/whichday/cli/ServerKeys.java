package app.whichday.cli;

import app.whichday.storage.DataFolder;

/** The keys that the container needs: those that are configured, else those that the data folder holds. */
final class ServerKeys {
    private ServerKeys() {}

    static void handOver(Settings settings, DataFolder folder) {
        if (settings.get("whichday.secret-key").isEmpty()) {
            Settings.override("whichday.secret-key", folder.secret("secret.key"));
        }
        if (settings.get("quarkus.http.auth.session.encryption-key").isEmpty()) {
            Settings.override("quarkus.http.auth.session.encryption-key", folder.secret("session.key"));
        }
    }
}
