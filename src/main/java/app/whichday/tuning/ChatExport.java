package app.whichday.tuning;

import app.whichday.choice.Conversation;
import app.whichday.choice.Option;
import app.whichday.choice.Question;
import app.whichday.choice.Subtask;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes lessons as chats from which a language model is fine-tuned: the question exactly as it is asked at run time, and the
 * letter of the right option. The same lessons give the same files.
 */
public final class ChatExport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FEWEST_TO_SPLIT = 5;
    private static final int HASH_DIGITS = 6;

    private final Subtask subtask;
    private final String instruction;
    private final Kind kind;
    private final TrainerFormat format;
    private final double validation;
    private final Optional<Pseudonyms> pseudonyms;

    /** What is learned from. */
    public enum Kind {
        /** Supervised: the right answer. */
        SFT,
        /** Preferences: the right answer and a wrong one, that which was shown where it was wrong. */
        DPO
    }

    /**
     * What was written.
     *
     * @param skipped lessons that teach a language model nothing: no option was right or none wrong, or there were too many
     * @param repeated lessons left out because a later one asks the same
     * @param tokens of the training file, counted as OpenAI's newer models do (o200k_base)
     */
    public record Written(
            Path train,
            Path validation,
            int trained,
            int validated,
            int skipped,
            int repeated,
            long tokens,
            long validationTokens) {}

    /**
     * @param instruction what is asked, as at run time
     * @param validation the share of threads that is kept apart, 0 to 0.5
     * @param people display names to replace; empty leaves all names as they are
     */
    public ChatExport(
            Subtask subtask,
            String instruction,
            Kind kind,
            TrainerFormat format,
            double validation,
            Optional<? extends Collection<String>> people) {
        if (!(validation >= 0 && validation <= 0.5)) {
            throw new IllegalArgumentException("The share to keep apart is from 0 to 0.5, not " + validation);
        }
        this.subtask = subtask;
        this.instruction = instruction;
        this.kind = kind;
        this.format = format;
        this.validation = validation;
        this.pseudonyms = people.map(Pseudonyms::new);
    }

    /**
     * @param lessons of the subtask, the oldest first
     * @throws IOException where a file can't be written
     */
    public Written write(List<Lesson> lessons, Path folder) throws IOException {
        List<TrainerFormat.Chat> chats = new ArrayList<>();
        lessons.forEach(lesson -> chat(lesson).ifPresent(chats::add));
        Map<String, TrainerFormat.Chat> last = new LinkedHashMap<>();
        for (TrainerFormat.Chat chat : chats) {
            last.remove(chat.user());
            last.put(chat.user(), chat);
        }
        Set<String> apart = keptApart(last.values());
        Files.createDirectories(folder);
        String name = subtask.name() + "-" + lower(kind);
        Lines train = new Lines(folder.resolve(name + "-train.jsonl"));
        Lines valid = new Lines(folder.resolve(name + "-validation.jsonl"));
        for (TrainerFormat.Chat chat : last.values()) {
            (apart.contains(chat.thread()) ? valid : train).add(chat);
        }
        train.write();
        valid.write();
        Written written = new Written(
                train.file,
                valid.file,
                train.count,
                valid.count,
                lessons.size() - chats.size(),
                chats.size() - last.size(),
                train.tokens,
                valid.tokens);
        describe(folder, name, written);
        return written;
    }

    private Optional<TrainerFormat.Chat> chat(Lesson lesson) {
        List<Option<Integer>> options = new ArrayList<>();
        for (int i = 0; i < lesson.options().size(); i++) {
            Lesson.Choice choice = lesson.options().get(i);
            options.add(new Option<>(i, anonymous(choice.label()), choice.features()));
        }
        Optional<Integer> right = lesson.wasRight()
                ? Optional.of(lesson.best())
                : lesson.right().stream().min(Comparator.naturalOrder());
        Optional<Integer> wrong = lesson.wasRight()
                ? options.stream()
                        .map(Option::value)
                        .filter(i -> !lesson.right().contains(i))
                        .findFirst()
                : Optional.of(lesson.best());
        if (right.isEmpty() || wrong.isEmpty()) {
            return Optional.empty();
        }
        Question<Integer> question = new Question<>(subtask, anonymous(lesson.context()), options);
        return Conversation.of(question, instruction)
                .map(asked -> new TrainerFormat.Chat(
                        asked.system(),
                        asked.user(),
                        Conversation.answer(right.get()),
                        Conversation.answer(wrong.get()),
                        lesson.thread()));
    }

    private String anonymous(String text) {
        return pseudonyms.map(known -> known.apply(text)).orElse(text);
    }

    /** By the hash of the thread, so that a thread stays on its side as others come and go; of a handful, none. */
    private Set<String> keptApart(Collection<TrainerFormat.Chat> chats) {
        List<String> threads = chats.stream()
                .map(TrainerFormat.Chat::thread)
                .distinct()
                .sorted()
                .toList();
        if (validation == 0 || threads.size() < FEWEST_TO_SPLIT) {
            return Set.of();
        }
        Set<String> apart = new HashSet<>();
        for (String thread : threads) {
            if (share(thread) < validation) {
                apart.add(thread);
            }
        }
        return apart.isEmpty() ? Set.of(threads.getFirst()) : apart;
    }

    /** Evenly from 0 to 1. */
    private static double share(String thread) {
        String hash = sha256(thread.getBytes(StandardCharsets.UTF_8));
        return Integer.parseInt(hash, 0, HASH_DIGITS, 16) / (double) (1 << 4 * HASH_DIGITS);
    }

    /** Beside the files: what they are, and for LLaMA-Factory how it reads them. */
    private void describe(Path folder, String name, Written written) throws IOException {
        ObjectNode about = JSON.createObjectNode();
        about.put("subtask", subtask.name())
                .put("format", lower(kind))
                .put("for", lower(format))
                .put("pseudonymised", pseudonyms.isPresent())
                .put("tokenizer", EncodingType.O200K_BASE.getName());
        about.putObject("train")
                .put("file", written.train().getFileName().toString())
                .put("examples", written.trained())
                .put("tokens", written.tokens())
                .put("sha256", sha256(Files.readAllBytes(written.train())));
        about.putObject("validation")
                .put("file", written.validation().getFileName().toString())
                .put("examples", written.validated())
                .put("tokens", written.validationTokens())
                .put("sha256", sha256(Files.readAllBytes(written.validation())));
        about.put("skipped", written.skipped()).put("repeated", written.repeated());
        writeJson(folder.resolve(name + ".json"), about);
        if (format == TrainerFormat.LLAMA_FACTORY) {
            // Of several subtasks in one folder, each has its place in the one file.
            Path info = folder.resolve("dataset_info.json");
            ObjectNode sets = Files.exists(info) && JSON.readTree(info.toFile()) instanceof ObjectNode there
                    ? there
                    : JSON.createObjectNode();
            dataset(sets.putObject("whichday-" + name), written.train());
            dataset(sets.putObject("whichday-" + name + "-validation"), written.validation());
            writeJson(info, sets);
        }
    }

    private void dataset(ObjectNode set, Path file) {
        set.put("file_name", file.getFileName().toString()).put("formatting", "sharegpt");
        ObjectNode columns = set.putObject("columns").put("messages", "messages");
        if (kind == Kind.DPO) {
            set.put("ranking", true);
            columns.put("chosen", "chosen").put("rejected", "rejected");
        }
        set.putObject("tags")
                .put("role_tag", "role")
                .put("content_tag", "content")
                .put("user_tag", "user")
                .put("assistant_tag", "assistant")
                .put("system_tag", "system");
    }

    private static void writeJson(Path file, ObjectNode json) throws IOException {
        Files.writeString(
                file, JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json) + "\n");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** One file, kept in memory until it is written. */
    private final class Lines {
        private final Path file;
        private final StringBuilder text = new StringBuilder();
        private int count;
        private long tokens;

        Lines(Path file) {
            this.file = file;
        }

        void add(TrainerFormat.Chat chat) throws IOException {
            ObjectNode line = kind == Kind.SFT ? format.supervised(chat) : format.preference(chat);
            text.append(JSON.writeValueAsString(line)).append('\n');
            count++;
            Encoding encoding = Tokens.O200K;
            tokens += encoding.countTokensOrdinary(chat.system())
                    + encoding.countTokensOrdinary(chat.user())
                    + encoding.countTokensOrdinary(chat.chosen())
                    + (kind == Kind.DPO ? encoding.countTokensOrdinary(chat.rejected()) : 0);
        }

        void write() throws IOException {
            Files.writeString(file, text);
        }
    }

    /** Loaded when first needed: its table is large. */
    private static final class Tokens {
        private static final Encoding O200K =
                Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }
}
