package app.whichday.choice;

/** The local answer where it is clear, a language model's where it is not. */
public final class CascadeChooser implements Chooser {
    private final Chooser local;
    private final Chooser language;
    private final Policy clear;

    /**
     * @param language falls back to local by itself
     * @param clear when the local answer needs no second opinion
     */
    public CascadeChooser(Chooser local, Chooser language, Policy clear) {
        this.local = local;
        this.language = language;
        this.clear = clear;
    }

    @Override
    public <T> Ranking<T> rank(Question<T> question) {
        Ranking<T> ranking = local.rank(question);
        return switch (clear.decide(ranking)) {
            case Verdict.Act<T> act -> ranking;
            case Verdict.Ask<T> ask -> language.rank(question);
        };
    }
}
