package app.whichday.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header fields of a message (RFC 5322 §3.6), as far as they can be read. */
final class MailHeaders {
    private static final int MAX_ADDRESSES = 1_000;
    private static final int MAX_REFERENCES = 200;
    private static final int MAX_SUBJECT = 2_000;
    /** A header field longer than this is read only so far. */
    private static final int MAX_FIELD = 100_000;

    private final Part message;

    MailHeaders(Part message) {
        this.message = message;
    }

    Optional<String> messageId() throws MessagingException {
        return ids(first("Message-ID")).stream().findFirst();
    }

    List<String> references() throws MessagingException {
        Set<String> ids = new LinkedHashSet<>(ids(first("References")));
        List<String> answered = ids(first("In-Reply-To"));
        ids.removeAll(answered);
        ids.addAll(answered);
        List<String> all = List.copyOf(ids);
        return all.size() <= MAX_REFERENCES ? all : all.subList(all.size() - MAX_REFERENCES, all.size());
    }

    Address from() throws MessagingException {
        List<Address> from = addresses("From");
        if (from.isEmpty()) {
            from = addresses("Sender");
        }
        return from.isEmpty() ? new Address("", "") : from.getFirst();
    }

    List<Address> addresses(String field) throws MessagingException {
        String[] values = message.getHeader(field);
        List<Address> addresses = new ArrayList<>();
        for (String value : values == null ? new String[0] : values) {
            addresses(capped(value), addresses);
        }
        return addresses;
    }

    String subject() throws MessagingException {
        String raw = first("Subject");
        if (raw == null) {
            return "";
        }
        String subject = EncodedWords.decode(raw);
        return subject.length() <= MAX_SUBJECT ? subject : subject.substring(0, MAX_SUBJECT);
    }

    /** From the Date header, else from the last Received header; empty where neither can be read. */
    Optional<SentTime> sent() throws MessagingException {
        String date = first("Date");
        Optional<SentTime> sent = date == null ? Optional.empty() : SentTimeReader.read(date, SentTimeReader.Hint.NONE);
        if (sent.isPresent()) {
            return sent;
        }
        String received = first("Received"); // servers add theirs on top, so the first is the last
        return received == null
                ? Optional.empty()
                : SentTimeReader.read(received.substring(received.lastIndexOf(';') + 1), SentTimeReader.Hint.NONE);
    }

    Mail.Bulk bulk() throws MessagingException {
        boolean list = has("List-Id") || has("List-Post") || has("Mailing-List");
        String submitted = first("Auto-Submitted");
        String returnPath = first("Return-Path");
        boolean automatic =
                submitted != null && !submitted.strip().toLowerCase(Locale.ROOT).startsWith("no")
                        || returnPath != null && returnPath.strip().equals("<>");
        String precedence = first("Precedence");
        return new Mail.Bulk(
                list,
                has("List-Unsubscribe"),
                automatic,
                precedence == null ? "" : EncodedWords.decode(precedence).toLowerCase(Locale.ROOT));
    }

    /** Addresses of a field's value; what can't be parsed is read as names and addresses between commas. */
    static List<Address> parse(String value) {
        List<Address> addresses = new ArrayList<>();
        addresses(capped(value), addresses);
        return addresses;
    }

    private static void addresses(String value, List<Address> out) {
        try {
            for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
                add(address, out);
            }
        } catch (AddressException e) {
            for (String piece : value.split("[,;]")) {
                if (out.size() < MAX_ADDRESSES) {
                    WriterName.read(EncodedWords.decode(piece)).ifPresent(out::add);
                }
            }
        }
    }

    private static void add(InternetAddress address, List<Address> out) {
        String email = address.getAddress();
        if (out.size() >= MAX_ADDRESSES || email == null || address.isGroup()) {
            return;
        }
        String personal = address.getPersonal();
        String name = personal == null ? "" : EncodedWords.decode(personal);
        String plain = EncodedWords.decode(email);
        if (plain.indexOf('@') < 0) {
            out.add(new Address(name.isEmpty() ? plain : name, "")); // a name without an address
        } else {
            out.add(new Address(name, plain.toLowerCase(Locale.ROOT)));
        }
    }

    /** Message-IDs in a field: what stands in angle brackets, else its words. */
    private static List<String> ids(@Nullable String field) {
        List<String> ids = new ArrayList<>();
        if (field == null) {
            return ids;
        }
        int open = field.indexOf('<');
        while (open >= 0) {
            int close = field.indexOf('>', open);
            if (close < 0) {
                break;
            }
            add(field.substring(open + 1, close), ids);
            open = field.indexOf('<', close);
        }
        if (ids.isEmpty()) {
            for (String word : field.split("\\s")) {
                if (word.indexOf('@') > 0) {
                    add(word, ids);
                }
            }
        }
        return ids;
    }

    private static void add(String raw, List<String> ids) {
        String id = EncodedWords.decode(raw);
        if (!id.isEmpty() && id.length() <= 1_000) {
            ids.add(id);
        }
    }

    private boolean has(String field) throws MessagingException {
        return message.getHeader(field) != null;
    }

    private @Nullable String first(String field) throws MessagingException {
        String[] values = message.getHeader(field);
        return values == null || values.length == 0 ? null : capped(values[0]);
    }

    private static String capped(String value) {
        return value.length() <= MAX_FIELD ? value : value.substring(0, MAX_FIELD);
    }
}
