package app.whichday.tuning;

import app.whichday.choice.LogLinearChooser;
import app.whichday.request.Requests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a mail as a whole: which sentences ask for something, then how it is sorted and what it intends. */
final class MailSubtasks {
    private MailSubtasks() {}

    static List<SubtaskTraining<?>> read(DataFolder data) throws IOException {
        RequestTraining asking = RequestTraining.read(data);
        // Its sentences are nobody's of the mails: so one model serves all folds.
        Requests requests = Requests.with(new LogLinearChooser(asking.train()));
        List<SortedMails.Sorted> mails = SortedMails.read(data);
        OwnMails own = OwnMails.read();
        data.remember(OwnMails.provenance());
        List<SubtaskTraining<?>> all = new ArrayList<>();
        all.add(asking);
        all.addAll(TriageTraining.read(mails, own, requests));
        all.add(IntentTraining.read(mails, requests));
        return all;
    }
}
