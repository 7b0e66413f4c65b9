package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.tuning.Conventions;
import app.whichday.tuning.PersonalModels;
import app.whichday.tuning.Progress;
import app.whichday.when.Habit;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** What was learned from the owner: how errors became fewer, and what each correspondent means by their words. */
@Path("/learning")
@Blocking
@RolesAllowed(Owners.ROLE)
@Produces(MediaType.TEXT_HTML)
public class LearningPage {
    private static final Map<String, String> SAVED = Map.of(
            "corrected", "Corrected. It counts from the next learning on, tonight at the latest.",
            "deleted", "Deleted. It is unlearned with the next learning, tonight at the latest.");

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final Pages pages;
    private final Owners owners;
    private final Progress progress;
    private final PersonalModels models;
    private final Conventions conventions;

    LearningPage(Pages pages, Owners owners, Progress progress, PersonalModels models, Conventions conventions) {
        this.pages = pages;
        this.owners = owners;
        this.progress = progress;
        this.models = models;
        this.conventions = conventions;
    }

    @GET
    @Operation(hidden = true)
    public Response learning(@RestQuery @DefaultValue("") String saved) {
        return page(view().saying(SAVED.getOrDefault(saved, "")), Response.Status.OK);
    }

    /** From now on the writer means that. */
    @POST
    @Path("correct")
    @Operation(hidden = true)
    public Response correct(
            @RestForm @DefaultValue("") String writer,
            @RestForm @DefaultValue("") String about,
            @RestForm @DefaultValue("") String meant) {
        return done("corrected", () -> conventions.correct(writer, new Habit(about, meant)));
    }

    @POST
    @Path("delete")
    @Operation(hidden = true)
    public Response delete(@RestForm @DefaultValue("") String writer, @RestForm @DefaultValue("") String about) {
        return done("deleted", () -> conventions.delete(writer, about));
    }

    private Response done(String what, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/learning?saved=" + what + "#people"))
                    .build();
        } catch (NoSuchElementException e) {
            return page(view().refusing(e.getMessage()), Response.Status.NOT_FOUND);
        }
    }

    private Response page(LearningView view, Response.Status status) {
        return Response.status(status)
                .entity(Templates.learning(pages.page("Learning", Page.Tab.MODELS), view))
                .build();
    }

    private LearningView view() {
        ZoneId zone = owners.current().zone();
        Progress.Course course = progress.course(zone);
        return new LearningView(
                "",
                "",
                course.weeks().stream().anyMatch(week -> week.decisions() > 0),
                List.of(
                        change("Decisions", course, Progress.Stretch::decisions),
                        change("Wrong days", course, Progress.Stretch::wrongDays),
                        change("Questions asked", course, Progress.Stretch::asked),
                        change("Mails in the wrong lane", course, Progress.Stretch::missorted)),
                List.of(
                        Chart.perWeek("wrong-days", "Wrong days", course.weeks(), Progress.Stretch::wrongDays),
                        Chart.perWeek("asked", "Questions asked", course.weeks(), Progress.Stretch::asked),
                        Chart.perWeek(
                                "missorted", "Mails in the wrong lane", course.weeks(), Progress.Stretch::missorted)),
                models.all().stream().map(learning -> lately(learning, zone)).toList(),
                people(conventions.all()));
    }

    private static LearningView.Change change(
            String what, Progress.Course course, ToIntFunction<Progress.Stretch> count) {
        return new LearningView.Change(
                what,
                String.valueOf(count.applyAsInt(course.before())),
                String.valueOf(count.applyAsInt(course.now())));
    }

    private static LearningView.Lately lately(PersonalModels.Learning learning, ZoneId zone) {
        String name = learning.subtask().name();
        return new LearningView.Lately(
                name,
                ModelsViews.title(name),
                learning.live().isPresent() ? "your own model answers" : "the model that ships answers",
                learning.trainedAt().map(at -> WHEN.format(at.atZone(zone))).orElse(""),
                learning.why());
    }

    private static List<LearningView.Person> people(List<Conventions.Convention> all) {
        Map<String, List<Conventions.Convention>> byWriter = all.stream()
                .collect(
                        Collectors.groupingBy(Conventions.Convention::writer, LinkedHashMap::new, Collectors.toList()));
        return byWriter.entrySet().stream()
                .map(person -> new LearningView.Person(
                        person.getKey(),
                        person.getValue().stream().map(LearningPage::means).toList()))
                .toList();
    }

    private static LearningView.Means means(Conventions.Convention convention) {
        Habit habit = convention.habit();
        return new LearningView.Means(
                habit.about(),
                habit.writes(),
                habit.means(),
                convention.times() + " of " + convention.of(),
                convention.alternatives().stream()
                        .map(other -> new LearningView.Other(other.meant(), other.means()))
                        .toList());
    }
}
