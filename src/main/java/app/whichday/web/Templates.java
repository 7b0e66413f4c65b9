package app.whichday.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages and fragments under resources/templates, with what each is given. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {
    private Templates() {}

    static native TemplateInstance inbox(Page page, Inbox inbox);

    /**
     * What is new for a page that shows some cards already: out-of-band swaps.
     *
     * @param gone proposals that are there no more
     */
    static native TemplateInstance changes(
            Page.Waiting waiting, List<Inbox.Change> changes, List<Long> gone, List<Coming> coming);

    static native TemplateInstance status(MailboxStatus status);

    /** One card in the state that it is in, and the count of those waiting. */
    static native TemplateInstance decided(Card card, Page.Waiting waiting);

    static native TemplateInstance passage(Card card);

    static native TemplateInstance wholeMail(Card card, List<BlockView> blocks);

    static native TemplateInstance mails(Page page, Lanes lanes);

    static native TemplateInstance mail(Page page, MailView mail);

    static native TemplateInstance agenda(Page page, List<Coming> days, int weeks, String feed);

    static native TemplateInstance settings(Page page, SettingsView settings);

    static native TemplateInstance forget(Page page, ForgetView forget);

    static native TemplateInstance models(Page page, ModelsView models);

    static native TemplateInstance learning(Page page, LearningView learning);

    static native TemplateInstance signIn(Page page, boolean wrong);

    static native TemplateInstance welcome(Page page, String token);

    static native TemplateInstance problem(Page page, int status, String sentence);
}
