package app.whichday;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house's plan: a package is a room, and imports only run down the list of floors. */
class RoomsTest {
    private static final String ROOT = "app.whichday";

    /** Upper floors may import lower ones; rooms of one floor don't know each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of(""),
            Set.of("cli"),
            Set.of("web"),
            Set.of("assistant"),
            Set.of("proposal"),
            Set.of("tuning"),
            Set.of("triage", "intent", "event", "reply"),
            Set.of("request"),
            Set.of("when"),
            Set.of("choice"),
            Set.of("calendar"),
            Set.of("mail"),
            Set.of("account"),
            Set.of("storage"));

    private static final JavaClasses WHICHDAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void importsOnlyRunDownwards() {
        Map<String, Integer> floors = new HashMap<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                floors.put(room, floor);
            }
        }
        Set<String> upward = new TreeSet<>();
        for (JavaClass importing : WHICHDAY) {
            String room = roomOf(importing);
            assertThat(floors).as("the floor of %s", importing.getName()).containsKey(room);
            importing.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(imported -> imported.getPackageName().startsWith(ROOT))
                    .filter(imported -> !roomOf(imported).equals(room))
                    .filter(imported -> floors.get(roomOf(imported)) <= floors.get(room))
                    .forEach(imported -> upward.add(importing.getName() + " imports " + imported.getName()));
        }
        assertThat(upward).isEmpty();
    }

    @Test
    void onlyMailKnowsJakartaMail() {
        noClasses()
                .that(resideOutsideOfPackages(ROOT + ".mail.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.."))
                .check(WHICHDAY);
    }

    @Test
    void onlyCalendarKnowsIcal4j() {
        noClasses()
                .that(resideOutsideOfPackages(ROOT + ".calendar.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("net.fortuna.ical4j.."))
                .check(WHICHDAY);
    }

    @Test
    void onlyCliKnowsTheCommandLine() {
        noClasses()
                .that(resideOutsideOfPackages(ROOT + ".cli.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("picocli.."))
                .check(WHICHDAY);
    }

    @Test
    void whenIsPure() {
        noClasses()
                .that(resideInAnyPackage(ROOT + ".when.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta..", "io.quarkus..", "java.net..", "java.sql.."))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class)
                .check(WHICHDAY);
    }

    @Test
    void entitiesStayInTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(WHICHDAY);
    }

    /** Time comes from the injected clock, and zone and language are always stated: the machine's own are nobody's. */
    @Test
    void nobodyAsksTheMachineForTimeZoneOrLanguage() {
        Set<String> asking = WHICHDAY.stream()
                .flatMap(here -> here.getCodeUnitAccessesFromSelf().stream())
                .filter(call -> asksTheMachine(call.getTarget()))
                .map(JavaCodeUnitAccess::getDescription)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asking).isEmpty();
    }

    private static boolean asksTheMachine(CodeUnitAccessTarget target) {
        String method = target.getOwner().getName() + "." + target.getName();
        int parameters = target.getRawParameterTypes().size();
        boolean localeFirst = parameters > 0
                && target.getRawParameterTypes().getFirst().getName().equals("java.util.Locale");
        return switch (method) {
            case "java.time.LocalDate.now",
                    "java.time.LocalTime.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.Instant.now",
                    "java.time.Year.now",
                    "java.time.YearMonth.now" ->
                parameters == 0
                        || target.getRawParameterTypes().getFirst().getName().equals("java.time.ZoneId");
            case "java.time.ZoneId.systemDefault",
                    "java.time.Clock.systemDefaultZone",
                    "java.util.TimeZone.getDefault",
                    "java.util.Calendar.getInstance",
                    "java.util.Locale.getDefault",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.String.formatted" -> true;
            case "java.util.Date.<init>", "java.lang.String.toLowerCase", "java.lang.String.toUpperCase" ->
                parameters == 0;
            case "java.lang.String.format", "java.io.PrintStream.printf" -> !localeFirst;
            case "java.time.format.DateTimeFormatter.ofPattern" -> parameters == 1;
            default -> false;
        };
    }

    @Test
    void onlyOneClassReadsTheMachinesClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".SystemClock")
                .should()
                .callMethodWhere(describe(
                        "Clock.system*",
                        call -> call.getTargetOwner().getName().equals("java.time.Clock")
                                && call.getName().startsWith("system")))
                .check(WHICHDAY);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = WHICHDAY.stream()
                .map(JavaClass::getPackage)
                .filter(it -> !it.isAnnotatedWith(NullMarked.class))
                .map(it -> it.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).isEmpty();
    }

    private static String roomOf(JavaClass type) {
        String inside = type.getPackageName().substring(ROOT.length());
        return inside.isEmpty() ? "" : inside.substring(1).split("\\.")[0];
    }
}
