package app.whichday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a user types them, up to where the container or another room would begin. */
class CommandsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-05T08:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path temp;

    private record Ran(int exit, String out, String err) {}

    private static Ran whichday(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int exit = Commands.run(console, CLOCK, arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What an option hands to the container must not reach the next test's. */
    @AfterEach
    void forgetOptions() {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(ConfigKeys.PREFIX) && ConfigKeys.isKnown(name))
                .forEach(System::clearProperty);
    }

    @Test
    void withoutACommandItShowsTheHelpAndIsUsedWrongly() {
        Ran ran = whichday();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("serve", "demo", "when", "read", "doctor", "Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "demo", "when", "doctor", "forget"})
    void everyCommandHasItsHelp(String command) {
        Ran ran = whichday(command, "--help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Usage: whichday " + command).doesNotContain("\u001b");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void theVersionIsTheBuilds(String option) {
        Ran ran = whichday(option);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).matches("whichday \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dctor | whichday: nothing is to be done with \"dctor\"; did you mean doctor? Try 'whichday --help'.",
                "doctor --ofline | whichday doctor: there is no option \"--ofline\"; did you mean --offline? Try 'whichday doctor --help'.",
                "when Friday --zone Europe/Berln | whichday when: --zone: there is no time zone \"Europe/Berln\"; did you mean Europe/Berlin? Try 'whichday when --help'.",
                "when Friday --zone Mars | whichday when: --zone: there is no time zone \"Mars\"; use an IANA name such as Europe/Berlin. Try 'whichday when --help'.",
                "when Friday --sent yesterday | whichday when: --sent: \"yesterday\" is not a time; write it as 2025-11-05T09:30 or 2025-11-05T09:30+01:00. Try 'whichday when --help'.",
                "when Friday --sent 2025-02-30T09:30 | whichday when: --sent: \"2025-02-30T09:30\" is not a time; write it as 2025-11-05T09:30 or 2025-11-05T09:30+01:00. Try 'whichday when --help'.",
                "when Friday --locale engl!sh | whichday when: --locale: \"engl!sh\" is not a language tag; write it as en-GB. Try 'whichday when --help'.",
                "when | whichday when: TEXT is missing: give the words, quoted as one argument, or - for standard input. Try 'whichday when --help'.",
                "when --batch Friday | whichday when: --batch reads standard input: leave out the text \"Friday\". Try 'whichday when --help'."
            })
    void aWrongCommandLineIsOneSentence(String line, String sentence) {
        Ran ran = whichday(line.split(" "));
        assertThat(ran.err()).isEqualTo(sentence + System.lineSeparator());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "serve --port 70000 | whichday: whichday.port (--port): from 0 to 65535, not \"70000\".",
                "serve --imap-host imap.example.org | whichday: The IMAP account at imap.example.org has no user: add --imap-user, or whichday.imap.user to the configuration.",
                "serve --imap-host imap.example.org --imap-user alice --imap-password-file /nowhere | whichday: --imap-password-file: /nowhere can't be read: is it there, and yours?",
                "serve --imap-password-env WHICHDAY_NOT_THERE | whichday: --imap-password-env: the environment has no variable WHICHDAY_NOT_THERE.",
                "serve --config /nowhere/whichday.properties | whichday: --config: there is no file /nowhere/whichday.properties.",
                "demo /nowhere.mbox | whichday: There is no mail to read at /nowhere.mbox: name an mbox, a Maildir or an .eml file."
            })
    void whatKeepsTheServerFromStartingIsOneSentence(String line, String sentence) {
        Ran ran = whichday((line + " --data " + temp).split(" "));
        assertThat(ran.err()).isEqualTo(sentence + System.lineSeparator());
        assertThat(ran.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--subtask Reading --model m | whichday: A subtask's name is lower-case letters and hyphens, not 'Reading'",
                "--subtask reading --model m --epochs 0 | whichday: Epochs: from 1 to 50, not 0.",
                "--subtask reading --model m --learning-rate-multiplier -1 | whichday: Learning-rate multiplier: above 0 and up to 100, not -1.0.",
                "--subtask reading --model m --batch-size 5000 | whichday: Batch size: from 1 to 1024, not 5000.",
                "--subtask reading --model m --suffix my_model | whichday: A suffix is 1 to 18 letters, digits and hyphens.",
                "--subtask reading --model m --validation 0.7 | whichday: The share to keep apart is from 0 to 0.5, not 0.7.",
                "--subtask reading --model m | whichday: No server is configured to fine-tune at: set whichday.language.base-url and whichday.language.api-key."
            })
    void whatKeepsAFineTuningFromStartingIsOneSentence(String line, String sentence) {
        Ran ran = whichday(("tune job start --data " + temp + " " + line).split(" "));
        assertThat(ran.err()).isEqualTo(sentence + System.lineSeparator());
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void commandsOfCommandsOfCommandsHaveTheirHelp() {
        Ran ran = whichday("tune", "job", "start", "--help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Usage: whichday tune job start").contains("--yes", "--epochs");
        assertThat(whichday("tune", "job").err()).contains("start", "list", "show", "cancel");
    }

    @Test
    void aPortInUseIsSaidBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = whichday(
                    "serve",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(taken.getLocalPort()),
                    "--data",
                    temp.toString());
            assertThat(ran.err())
                    .startsWith("whichday: Port " + taken.getLocalPort() + " at 127.0.0.1 can't be used")
                    .hasLineCount(1);
            assertThat(ran.exit()).isEqualTo(1);
        }
    }

    @Test
    void anUnreachableDatabaseIsOneSentenceWithoutThePassword() {
        Ran ran = whichday(
                "serve",
                "--port",
                "0",
                "--data",
                temp.toString(),
                "--database-url",
                "jdbc:postgresql://127.0.0.1:1/x",
                "--database-password",
                "hush");
        assertThat(ran.err())
                .contains("The database at jdbc:postgresql://127.0.0.1:1/x can't be reached")
                .doesNotContain("hush");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void theDemoDoesNotTouchDataThatIsNoDemos() throws IOException {
        Path precious = Files.createDirectories(temp.resolve("postgres")).resolve("precious");
        Files.writeString(precious, "data");
        Ran ran = whichday("demo", "--port", "0", "--data", temp.toString());
        assertThat(ran.err()).contains("holds data that is no demo's and would be lost");
        assertThat(precious).hasContent("data");
    }

    @Test
    void doctorFindsTypingMistakesInTheConfiguration() throws IOException {
        Path file = temp.resolve("whichday.properties");
        Files.writeString(file, "whichday.imap.hosst=imap.example.org\nwhichday.owner.zone=Europe/Berln\n");
        Ran ran = whichday("doctor", "--offline", "--config", file.toString(), "--data", temp.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "problem  configuration: nobody reads the key whichday.imap.hosst; did you mean whichday.imap.host?")
                .contains("whichday.owner.zone: there is no time zone \"Europe/Berln\"; did you mean Europe/Berlin?");
    }

    @Test
    void aDayIsSpelledOutForAPerson() {
        Ran ran = whichday(
                "when",
                "See you on 14 November 2025 at 15:00",
                "--sent",
                "2025-11-05T09:30",
                "--zone",
                "Europe/Berlin");
        assertThat(ran.out())
                .contains("  means  Friday 14 November 2025, 15:00, Europe/Berlin")
                .endsWith(
                        "Read as written on Wednesday 5 November 2025, 09:30, Europe/Berlin." + System.lineSeparator())
                .doesNotContain("\u001b");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
    }

    @Test
    void whatWasAssumedIsSaid() {
        assertThat(whichday("when", "on 14 November 2025").out()).contains("(time: now; zone: from ");
    }

    @Test
    void aDayInJsonHasAllReadings() {
        Ran ran = whichday(
                "when",
                "See you on 14 November 2025",
                "--json",
                "--sent",
                "2025-11-05T09:30",
                "--zone",
                "Europe/Berlin");
        assertThat(ran.out())
                .contains(
                        "\"start\" : \"2025-11-14\"", "\"grain\" : \"day\"", "\"asks\" : false", "\"probability\" : ");
    }

    @Test
    void aTextWithoutATimeIsNoFailure() {
        Ran ran = whichday("when", "Nothing here");
        assertThat(ran.out()).startsWith("No day or time found.");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void doctorSpeaksJson() {
        Ran ran = whichday("doctor", "--offline", "--json", "--data", temp.toString());
        assertThat(ran.out()).startsWith("[ {").contains("\"about\" : \"data folder\"", "\"kind\" : \"ok\"");
    }

    @Test
    void theCommandLineWinsOverTheFile() throws IOException {
        Path file = temp.resolve("whichday.properties");
        Files.writeString(file, "whichday.port=70001\nwhichday.host=127.0.0.1\n");
        assertThat(whichday("serve", "--config", file.toString(), "--data", temp.toString())
                        .err())
                .contains("not \"70001\"");
        assertThat(whichday("serve", "--config", file.toString(), "--port", "70002", "--data", temp.toString())
                        .err())
                .contains("not \"70002\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann | “ann” is neither a mail address nor a domain; enter one such as ann@example.org or example.org.",
                "gmail.com | “gmail.com” is a mail provider of many people who have nothing to do with one another;"
                        + " enter the address of the one that you mean.",
            })
    void whomToForgetIsCheckedBeforeAnythingStarts(String whom, String sentence) {
        Ran ran = whichday("forget", whom, "--yes");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("whichday: " + sentence + System.lineSeparator());
    }

    @Test
    void nothingIsForgottenWhereNothingWasKept() {
        Ran ran = whichday("forget", "ann@x.example", "--data", temp.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("There is no data in " + temp);
    }
}
