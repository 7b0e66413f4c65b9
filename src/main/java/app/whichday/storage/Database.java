package app.whichday.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Where a PostgreSQL is and how to sign in to it.
 *
 * @param url {@code jdbc:postgresql://host:port/name}
 */
public record Database(String url, String user, String password) {
    /** The oldest major version that Whichday is tested with. */
    public static final int OLDEST_VERSION = 17;

    private static final String PREFIX = "jdbc:postgresql:";
    private static final String CONNECT_SECONDS = "10";

    public Database {
        if (!url.startsWith(PREFIX)) {
            throw new StorageException("The database URL must look like " + PREFIX + "//host:5432/whichday, not "
                    + quoted(url) + " (whichday.database.url, --database-url).");
        }
    }

    /**
     * Connects once.
     *
     * @return the server's version, such as 18.4
     * @throws StorageException when it can't be reached, refuses the user, or is too old
     */
    public String check() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            row.next();
            String version = row.getString(1).split(" ")[0];
            if (major < OLDEST_VERSION) {
                throw new StorageException("The database at " + url + " is PostgreSQL " + version + ": Whichday needs "
                        + OLDEST_VERSION + " or newer.");
            }
            return version;
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", CONNECT_SECONDS);
        return DriverManager.getConnection(url, properties);
    }

    /** By the class of its SQLSTATE (PostgreSQL, appendix A). */
    private StorageException explained(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String where = "The database at " + url;
        String sentence =
                switch (state) {
                    case "28P01", "28000" ->
                        where + " refuses the user " + quoted(user)
                                + ": check whichday.database.user and whichday.database.password.";
                    case "3D000" -> where + " doesn't exist: create it (createdb), or correct whichday.database.url.";
                    case "57P03" -> where + " is starting or stopping: try again in a moment.";
                    default ->
                        state.startsWith("08")
                                ? where + " can't be reached: is the server running, and are host and port right?"
                                : where + " can't be used: " + firstLine(e.getMessage());
                };
        return new StorageException(sentence, e);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
