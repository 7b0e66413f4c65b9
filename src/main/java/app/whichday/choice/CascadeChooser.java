package app.whichday.choice;

import java.util.function.Consumer;

/** The local answer where it is sure, a language model's where it is not. */
final class CascadeChooser implements Chooser {
    private final Chooser local;
    private final Chooser language;
    private final double sure;
    private final Consumer<Subtask> kept;

    /**
     * @param language falls back to local by itself
     * @param sure the probability, 0 to 1, from which a local answer needs no second opinion
     * @param kept told of every question that had a choice and was answered locally
     */
    CascadeChooser(Chooser local, Chooser language, double sure, Consumer<Subtask> kept) {
        this.local = local;
        this.language = language;
        this.sure = sure;
        this.kept = kept;
    }

    @Override
    public <T> Ranking<T> rank(Question<T> question) {
        Ranking<T> ranking = local.rank(question);
        if (question.options().size() == 1) {
            return ranking;
        }
        if (ranking.best().probability() >= sure) {
            kept.accept(question.subtask());
            return ranking;
        }
        return language.rank(question);
    }
}
