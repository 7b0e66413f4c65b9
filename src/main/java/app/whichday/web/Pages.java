package app.whichday.web;

import app.whichday.account.Owners;
import app.whichday.proposal.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the frame of each page. */
@ApplicationScoped
class Pages {
    /** Counting further tells the owner nothing. */
    private static final int COUNT_UP_TO = 99;

    private final Owners owners;
    private final Proposals proposals;
    private final Assets assets;
    private final boolean demo;

    Pages(
            Owners owners,
            Proposals proposals,
            Assets assets,
            @ConfigProperty(name = "whichday.demo", defaultValue = "false") boolean demo) {
        this.owners = owners;
        this.proposals = proposals;
        this.assets = assets;
        this.demo = demo;
    }

    Page page(String title, Page.Tab tab) {
        return new Page(
                title,
                tab,
                waiting(),
                assets.version(),
                demo,
                !owners.hasPassword(),
                !owners.zoneChosen(),
                owners.current().zone().getId());
    }

    /** A page for somebody who isn't signed in: it tells nothing about the owner. */
    Page bare(String title) {
        return new Page(title, Page.Tab.NONE, new Page.Waiting(0, false), assets.version(), demo, false, false, "");
    }

    Page.Waiting waiting() {
        int count = proposals.in(Cards.OPEN, COUNT_UP_TO + 1).size();
        return new Page.Waiting(Math.min(count, COUNT_UP_TO), count > COUNT_UP_TO);
    }
}
