package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.account.Refused;
import app.whichday.choice.Subtask;
import app.whichday.tuning.ChatExport;
import app.whichday.tuning.Exports;
import app.whichday.tuning.TrainerFormat;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What was learned, for scripts. */
@Path("/api/lessons")
@Blocking
@RolesAllowed(Owners.ROLE)
@Tag(name = "Lessons", description = "What was learned from the owner's decisions")
public class LessonsApi {
    private final Exports exports;

    LessonsApi(Exports exports) {
        this.exports = exports;
    }

    @GET
    @Path("export")
    @Produces("application/zip")
    @Operation(
            summary = "Decisions as chats to fine-tune a language model from",
            description =
                    "JSONL for training and validation, and what is in them. Formats: sft, dpo. For: openai, trl, "
                            + "unsloth, axolotl, llama-factory.")
    @APIResponse(responseCode = "200", description = "The files")
    @APIResponse(responseCode = "400", description = "No such subtask, format or trainer")
    public Response export(
            @RestQuery @DefaultValue("reading") String subtask,
            @RestQuery @DefaultValue("sft") String format,
            @RestQuery("for") @DefaultValue("openai") String trainer,
            @RestQuery @DefaultValue("0.1") double validation,
            @RestQuery @DefaultValue("false") boolean pseudonymise)
            throws IOException {
        if (!(validation >= 0 && validation <= 0.5)) {
            throw new Refused("validation", "The share to keep apart is from 0 to 0.5, not " + validation + ".");
        }
        Exports.Wish wish = new Exports.Wish(
                subtask(subtask),
                one("format", ChatExport.Kind.values(), format),
                one("for", TrainerFormat.values(), trainer),
                validation,
                pseudonymise);
        java.nio.file.Path folder = Files.createTempDirectory("whichday-export");
        try {
            exports.write(wish, folder);
            return Response.ok(zip(folder))
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"whichday-" + wish.subtask().name() + ".zip\"")
                    .build();
        } catch (NoSuchElementException e) {
            throw new Refused("subtask", e.getMessage());
        } finally {
            discard(folder);
        }
    }

    private static Subtask subtask(String name) {
        try {
            return new Subtask(name);
        } catch (IllegalArgumentException e) {
            throw new Refused("subtask", e.getMessage() + ".");
        }
    }

    private static <E extends Enum<E>> E one(String field, E[] all, String name) {
        for (E each : all) {
            if (lower(each).equals(name)) {
                return each;
            }
        }
        throw new Refused(
                field,
                "“" + name + "” is none of "
                        + Arrays.stream(all).map(LessonsApi::lower).collect(Collectors.joining(", ")) + ".");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static byte[] zip(java.nio.file.Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<java.nio.file.Path> files = Files.list(folder)) {
            List<java.nio.file.Path> sorted = files.sorted().toList();
            for (java.nio.file.Path file : sorted) {
                ZipEntry entry = new ZipEntry(file.getFileName().toString());
                // A fixed time: the same lessons are the same archive.
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void discard(java.nio.file.Path folder) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(folder)) {
            for (java.nio.file.Path file :
                    files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
