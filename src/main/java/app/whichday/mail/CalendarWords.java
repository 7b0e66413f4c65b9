package app.whichday.mail;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of months, weekdays and zones as mail programs write them into headers and attribution lines. Spelled out rather
 * than taken from the JDK's locale data, which differs between JDK releases and is cut down in a native image.
 */
final class CalendarWords {
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    /** RFC 5322 §4.3 and the abbreviations that programs put there in spite of it; minutes east of Greenwich. */
    private static final Map<String, Integer> ZONES = new HashMap<>();

    static {
        months("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug");
        months(8, "september sep sept", "october oct", "november nov", "december dec");
        // German, Dutch
        months("januar jänner jän", "februar feber", "märz mär mrz", "", "mai", "juni", "juli", "");
        months(9, "oktober okt", "", "dezember dez");
        months("januari", "februari", "maart mrt", "", "mei", "", "", "augustus");
        months(11, "december");
        // French
        months("janvier janv", "février févr fevrier", "mars", "avril avr", "", "juin", "juillet juil", "août aout");
        months(8, "septembre", "octobre", "novembre", "décembre déc");
        // Spanish
        months("enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto ago");
        months(8, "septiembre setiembre", "octubre", "noviembre", "diciembre dic");
        // Italian
        months("gennaio gen", "febbraio", "", "aprile", "maggio mag", "giugno giu", "luglio lug", "");
        months(8, "settembre set", "ottobre ott", "", "dicembre");
        // Portuguese
        months("janeiro", "fevereiro fev", "março", "", "maio", "junho", "julho", "");
        months(8, "setembro", "outubro", "novembro", "dezembro");
        // Swedish, Danish, Norwegian
        months("", "", "", "", "maj", "", "", "augusti");
        months(11, "desember des");
        // Polish (in the genitive, as in dates)
        months(
                "stycznia sty",
                "lutego lut",
                "marca",
                "kwietnia kwi",
                "maja",
                "czerwca cze",
                "lipca lip",
                "sierpnia sie");
        months(8, "września wrz", "października paź", "listopada lis", "grudnia gru");

        weekdays("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri");
        weekdays(5, "saturday sat", "sunday sun");
        weekdays("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag");
        weekdays("lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim");
        weekdays("lunes", "martes", "miércoles mié", "jueves jue", "viernes vie", "sábado sáb", "domingo dom");
        weekdays("lunedì", "martedì", "mercoledì", "giovedì gio", "venerdì", "sabato sab", "domenica");
        weekdays("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag");
        weekdays("segunda", "terça", "quarta", "quinta", "sexta");

        zone(0, "utc gmt ut z wet");
        zone(60, "cet mez bst west");
        zone(120, "cest mesz eet sast");
        zone(180, "eest msk");
        zone(330, "ist");
        zone(480, "awst sgt hkt");
        zone(540, "jst kst");
        zone(600, "aest");
        zone(660, "aedt");
        zone(720, "nzst");
        zone(780, "nzdt");
        zone(-180, "adt brt");
        zone(-240, "edt ast");
        zone(-300, "est cdt");
        zone(-360, "cst mdt");
        zone(-420, "mst pdt");
        zone(-480, "pst akdt");
        zone(-540, "akst");
        zone(-600, "hst");
    }

    private CalendarWords() {}

    static @Nullable Month month(String word) {
        return MONTHS.get(word.toLowerCase(Locale.ROOT));
    }

    static @Nullable DayOfWeek weekday(String word) {
        return WEEKDAYS.get(word.toLowerCase(Locale.ROOT));
    }

    static @Nullable Integer zoneMinutes(String word) {
        return ZONES.get(word.toLowerCase(Locale.ROOT));
    }

    private static void months(String... names) {
        months(0, names);
    }

    private static void months(int first, String... names) {
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                MONTHS.putIfAbsent(name, Month.of(first + i + 1));
            }
        }
        MONTHS.remove("");
    }

    private static void weekdays(String... names) {
        weekdays(0, names);
    }

    private static void weekdays(int first, String... names) {
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                WEEKDAYS.putIfAbsent(name, DayOfWeek.of(first + i + 1));
            }
        }
    }

    private static void zone(int minutes, String names) {
        for (String name : names.split(" ")) {
            ZONES.put(name, minutes);
        }
    }
}
