package app.whichday.web;

/**
 * What every page's frame shows.
 *
 * @param tab the part of the application that it belongs to
 * @param waiting proposals that wait for the owner
 * @param assets changes when style sheet or scripts change: part of their URLs
 * @param demo the sample mailbox is shown
 * @param needsPassword the owner came by a one-time link and has yet to set a password
 * @param offerZone the zone is only the default: the browser's is offered
 * @param zone the owner's
 */
record Page(
        String title,
        Tab tab,
        Waiting waiting,
        String assets,
        boolean demo,
        boolean needsPassword,
        boolean offerZone,
        String zone) {
    /** The parts of the application. */
    enum Tab {
        INBOX,
        MAIL,
        AGENDA,
        MODELS,
        SETTINGS,
        /** Before sign-in: no navigation. */
        NONE
    }

    /** How many proposals wait, counted up to a limit. */
    record Waiting(int count, boolean more) {
        public String label() {
            return count + (more ? "+" : "");
        }
    }

    public boolean isSignedIn() {
        return tab != Tab.NONE;
    }

    public boolean isOn(String name) {
        return tab.name().equals(name);
    }
}
