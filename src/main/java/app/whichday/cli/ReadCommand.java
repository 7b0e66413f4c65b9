package app.whichday.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code read}: what is understood of mails in files. */
@Command(name = "read", description = "Print what is understood of mails in .eml, mbox or Maildir form.")
final class ReadCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UnsupportedOperationException("assistant");
    }
}
