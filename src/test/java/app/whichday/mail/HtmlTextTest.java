package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HtmlTextTest {
    @Test
    void paragraphsAndLinesStay() {
        assertThat(HtmlText.of("<p>Hello  Ben,</p><p>first<br>second\n line</p>Bye"))
                .isEqualTo("Hello Ben,\n\nfirst\nsecond line\n\nBye\n");
        assertThat(HtmlText.of("<div>one</div><div><br></div><div>two</div>")).isEqualTo("one\n\ntwo\n");
    }

    @Test
    void wordsParagraphsAreLines() {
        assertThat(HtmlText.of("<p class=MsoNormal>one</p><p class=MsoNormal>two</p>"))
                .isEqualTo("one\ntwo\n");
    }

    @Test
    void listsAndTablesCanBeRead() {
        assertThat(HtmlText.of("<ul><li>tea<li>milk</ul><ol><li>boil<li>pour</ol>"))
                .isEqualTo("- tea\n- milk\n\n1. boil\n2. pour\n");
        assertThat(HtmlText.of("<table><tr><td>Day</td><td>Friday</td></tr><tr><td>Room</td><td>4</td></tr></table>"))
                .isEqualTo("Day\tFriday\nRoom\t4\n");
    }

    @Test
    void quotationsStandBehindPrefixes() {
        assertThat(
                        HtmlText.of(
                                "<div>Yes.</div><div class=gmail_quote><div class=gmail_attr>Ada wrote:<br></div>"
                                        + "<blockquote class=gmail_quote><div>Lunch?</div><blockquote>When?</blockquote></blockquote></div>No"))
                .isEqualTo("Yes.\nAda wrote:\n> Lunch?\n>> When?\nNo\n");
    }

    @Test
    void whatIsHiddenStaysHidden() {
        assertThat(
                        HtmlText.of(
                                "<title>x</title><style>p{}</style><script>y()</script><div style='display: none'>z</div>"
                                        + "<span style=\"font-size:0px\">pad</span><p>seen\u200b\u200c</p><img src=http://a/b alt=pic>"))
                .isEqualTo("seen\n");
    }

    @Test
    void deepAndBrokenMarkupDoesNoHarm() {
        String deep = "<div>".repeat(100_000) + "<blockquote>".repeat(5_000) + "end";
        Assertions.assertTimeout(
                Duration.ofMinutes(2), () -> assertThat(HtmlText.of(deep)).contains("end"));
        assertThat(HtmlText.of("<<<p>>a<b>c")).contains("c");
    }
}
