package app.whichday.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailsTest {
    private static final String BOX = "MailsTest";
    private static final Mailbox.UidValidity FIRST = new Mailbox.UidValidity(1);

    @Inject
    Mails mails;

    @Inject
    MailRows rows;

    @Inject
    Arrivals arrivals;

    /** What was told of arrivals. */
    @ApplicationScoped
    static class Arrivals {
        private final List<Integer> counts = new CopyOnWriteArrayList<>();

        List<Integer> counts() {
            return counts;
        }

        void arrived(@Observes Mails.Arrived arrived) {
            counts.add(arrived.count());
        }
    }

    @BeforeEach
    @AfterEach
    void clean() {
        rows.remove(BOX);
        arrivals.counts().clear();
    }

    private int store(Mailbox.Fetched... batch) {
        return store(FIRST, batch);
    }

    private int store(Mailbox.UidValidity validity, Mailbox.Fetched... batch) {
        return mails.store(Optional.empty(), BOX, validity, List.of(batch));
    }

    private List<StoredMail> received() {
        return mails.received(1000).stream()
                .filter(mail -> mail.account().isEmpty())
                .toList();
    }

    private StoredMail stored(SampleMail sample) {
        return received().stream()
                .filter(mail -> mail.mail().messageId().equals(Optional.of(sample.id())))
                .findFirst()
                .orElseThrow();
    }

    private long thread(SampleMail sample) {
        return stored(sample).thread();
    }

    @Test
    void aStoredMailIsWhatWasFetched() {
        SampleMail ada = SampleMail.from("ada").to("ben").subject("Grüße \uD83D\uDE00");
        assertThat(store(ada.at(1))).isEqualTo(1);
        assertThat(stored(ada).mail()).isEqualTo(ada.mail());
        assertThat(stored(ada).state()).isEqualTo(StoredMail.State.RECEIVED);
        assertThat(mails.find(stored(ada).id())).contains(stored(ada));
        assertThat(mails.find(List.of(stored(ada).id(), new MailId(-1)))).containsExactly(stored(ada));
        assertThat(mails.find(List.of())).isEmpty();
        assertThat(mails.find(new MailId(-1))).isEmpty();
        assertThat(arrivals.counts()).containsExactly(1);
    }

    @Test
    void aBatchStoredAgainIsNotStoredTwice() {
        SampleMail ada = SampleMail.from("ada");
        SampleMail ben = SampleMail.from("ben");
        assertThat(store(ada.at(1))).isEqualTo(1);
        assertThat(store(ada.at(1), ben.at(2))).isEqualTo(1);
        assertThat(store(ada.at(1), ben.at(2))).isZero();
        assertThat(rows.mails(BOX)).isEqualTo(2);
        assertThat(mails.known(Optional.empty(), BOX, FIRST))
                .containsExactlyInAnyOrder(new Mailbox.Uid(1), new Mailbox.Uid(2));
        assertThat(mails.known(Optional.empty(), BOX, new Mailbox.UidValidity(2)))
                .isEmpty();
        assertThat(arrivals.counts()).containsExactly(1, 1);
    }

    @Test
    void theSameMailAtTwoPlacesIsOneMail() {
        SampleMail ada = SampleMail.from("ada");
        assertThat(store(ada.at(1), ada.at(2))).isEqualTo(1);
        mails.store(Optional.empty(), BOX + " Archive", FIRST, List.of(ada.at(7)));
        assertThat(rows.mails(BOX)).isEqualTo(1);
        assertThat(rows.places(BOX)).isEqualTo(3);
    }

    @Test
    void theSameMessageIdWithAnotherTextIsAnotherMail() {
        SampleMail ada = SampleMail.from("ada");
        assertThat(store(ada.at(1), ada.body("Friday is off!").at(2))).isEqualTo(2);
        assertThat(store(
                        SampleMail.from("ada").id("").at(3),
                        SampleMail.from("ada").id("").at(4)))
                .isEqualTo(2);
    }

    @Test
    void whenUidsAreGivenOutAnewNothingDoubles() {
        SampleMail ada = SampleMail.from("ada");
        SampleMail ben = SampleMail.from("ben");
        Mailbox.UidValidity second = new Mailbox.UidValidity(2);
        store(ada.at(1), ben.at(2), new Mailbox.Fetched.SetAside(new Mailbox.Uid(3), "Unreadable."));
        store(second, ben.at(1), ada.at(2), new Mailbox.Fetched.SetAside(new Mailbox.Uid(9), "Unreadable."));
        mails.forgetOtherPlaces(Optional.empty(), BOX, second);
        assertThat(rows.mails(BOX)).isEqualTo(3);
        assertThat(rows.places(BOX)).isEqualTo(3);
        assertThat(mails.known(Optional.empty(), BOX, FIRST)).isEmpty();
        assertThat(mails.setAside(100))
                .filteredOn(mail -> mail.mail().subject().endsWith(BOX))
                .hasSize(1);
    }

    @Test
    void whatPostgresqlCannotHoldIsStoredAllTheSame() {
        SampleMail odd = SampleMail.from("ada").subject("a\0b").body("Friday\0 \uD83D at three");
        assertThat(store(odd.at(1))).isEqualTo(1);
        assertThat(stored(odd).mail().body()).isEqualTo("Friday\uFFFD \uFFFD at three");
    }

    @Test
    void forgedDatesAreStoredAllTheSame() {
        SampleMail late = SampleMail.from("ada").sent("+999999999-12-31T23:59:59");
        SampleMail early = SampleMail.from("ada").sent("-999999999-01-01T00:00:00");
        assertThat(store(late.at(1), early.at(2))).isEqualTo(2);
        assertThat(stored(late).mail().sent()).isEqualTo(late.mail().sent());
    }

    @Test
    void anUnreadableMessageIsSetAsideWithItsReason() {
        SampleMail ada = SampleMail.from("ada");
        store(new Mailbox.Fetched.SetAside(new Mailbox.Uid(5), "This message could not be read."), ada.at(6));
        StoredMail aside = mails.setAside(100).stream()
                .filter(mail -> mail.mail().subject().equals("Message 5 of " + BOX))
                .findFirst()
                .orElseThrow();
        assertThat(aside.state()).isEqualTo(StoredMail.State.SET_ASIDE);
        assertThat(aside.reason()).contains("This message could not be read.");
        assertThat(stored(ada)).isNotNull();
    }

    @Test
    void mailsMoveFromReceivedToProcessedOrAside() {
        SampleMail ada = SampleMail.from("ada");
        SampleMail ben = SampleMail.from("ben");
        store(ada.at(1), ben.at(2));
        StoredMail first = stored(ada);
        StoredMail second = stored(ben);
        long processed = mails.counts().get(StoredMail.State.PROCESSED);
        mails.markProcessed(first.id());
        mails.setAside(second.id(), "Too odd.");
        assertThat(received()).isEmpty();
        assertThat(mails.counts().get(StoredMail.State.PROCESSED)).isEqualTo(processed + 1);
        assertThat(mails.counts()).containsOnlyKeys(StoredMail.State.values());
        assertThat(mails.find(second.id()).orElseThrow().reason()).contains("Too odd.");
        assertThatThrownBy(() -> mails.markProcessed(new MailId(-1))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void thoseSentLastAreReceivedFirst() {
        SampleMail old = SampleMail.from("ada").sent("2025-11-03T09:00:00");
        SampleMail late = SampleMail.from("ada").sent("2025-11-05T09:00:00");
        SampleMail middle = SampleMail.from("ada").sent("2025-11-04T09:00:00");
        store(old.at(1), late.at(2), middle.at(3));
        assertThat(received()).extracting(StoredMail::mail).containsExactly(late.mail(), middle.mail(), old.mail());
        assertThat(mails.received(1)).hasSize(1);
    }

    @Test
    void mailsThatNameOneAnotherAreOneThreadInWhateverOrderTheyCome() {
        SampleMail root = SampleMail.from("ada").to("ben").subject("Lunch").sent("2025-11-03T09:00:00");
        SampleMail answer =
                SampleMail.from("ben").to("ada").answering(root.id()).sent("2025-11-04T09:00:00");
        SampleMail last = SampleMail.from("ada")
                .to("ben")
                .answering(root.id(), answer.id())
                .sent("2025-11-05T09:00:00");
        store(last.at(3), root.at(1));
        store(answer.at(2));
        assertThat(mails.thread(thread(root)))
                .extracting(StoredMail::mail)
                .containsExactly(root.mail(), answer.mail(), last.mail());
    }

    @Test
    void aMailThatNamesTwoThreadsMakesThemOne() {
        SampleMail one = SampleMail.from("ada").subject("One");
        SampleMail two = SampleMail.from("ada").subject("Two");
        store(one.at(1), two.at(2));
        assertThat(thread(one)).isNotEqualTo(thread(two));
        SampleMail both = SampleMail.from("ben").answering(one.id(), two.id());
        SampleMail after = SampleMail.from("ada").answering(two.id());
        store(both.at(3), after.at(4));
        assertThat(List.of(thread(two), thread(both), thread(after))).containsOnly(thread(one));
    }

    @Test
    void answersWithoutReferencesFindTheirSubject() {
        SampleMail root =
                SampleMail.from("ada").to("ben", "cy").subject("Lunch").sent("2025-11-03T09:00:00");
        SampleMail answer =
                SampleMail.from("ben").to("ada").subject("RE: Lunch").sent("2025-11-04T09:00:00");
        SampleMail stranger =
                SampleMail.from("dee").to("eve").subject("RE: Lunch").sent("2025-11-04T09:00:00");
        SampleMail later = SampleMail.from("ben").to("ada").subject("RE: Lunch").sent("2026-11-04T09:00:00");
        store(root.at(1), answer.at(2), stranger.at(3), later.at(4));
        assertThat(thread(answer)).isEqualTo(thread(root));
        assertThat(thread(stranger)).isNotEqualTo(thread(root));
        assertThat(thread(later)).isNotEqualTo(thread(root));
    }

    @Test
    void newestFirstAnAnswerStillFindsWhatItAnswers() {
        SampleMail secondAnswer =
                SampleMail.from("ben").to("ada").subject("Re: Lunch").sent("2025-11-11T10:00:00");
        SampleMail second = SampleMail.from("ada").to("ben").subject("Lunch").sent("2025-11-11T09:00:00");
        SampleMail firstAnswer =
                SampleMail.from("ben").to("ada").subject("Re: Lunch").sent("2025-11-04T10:00:00");
        SampleMail first = SampleMail.from("ada").to("ben").subject("Lunch").sent("2025-11-04T09:00:00");
        store(secondAnswer.at(4), second.at(3), firstAnswer.at(2), first.at(1));
        assertThat(thread(secondAnswer)).isEqualTo(thread(second));
        assertThat(thread(firstAnswer)).isEqualTo(thread(first));
        assertThat(thread(first)).isNotEqualTo(thread(second));
    }

    @Test
    void twoThatBothBeginSomethingStayApart() {
        SampleMail monday =
                SampleMail.from("cron").to("ada").subject("Weekly report").sent("2025-11-03T09:00:00");
        SampleMail next =
                SampleMail.from("cron").to("ada").subject("Weekly report").sent("2025-11-10T09:00:00");
        store(monday.at(1), next.at(2));
        assertThat(thread(monday)).isNotEqualTo(thread(next));
    }
}
