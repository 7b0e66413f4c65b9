package app.whichday.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationTest {
    @Test
    void aFineTuneIsTrainedOnWhatItIsAskedAtRunTime() throws Exception {
        Question<Integer> question = question(3);

        Conversation trained = Conversation.of(question, "Which day?").orElseThrow();
        ChatRequest asked = MultipleChoice.request(question, "Which day?", "model", false);

        assertThat(asked.messages())
                .containsExactly(SystemMessage.from(trained.system()), UserMessage.from(trained.user()));
        assertThat(MultipleChoice.answer(Conversation.answer(2))).isEqualTo("C");
    }

    @Test
    void moreOptionsThanLettersAreNoConversation() {
        assertThat(Conversation.of(question(27), "Which day?")).isEmpty();
    }

    private static Question<Integer> question(int options) {
        List<Option<Integer>> each = IntStream.range(0, options)
                .mapToObj(i -> new Option<>(i, "day \u200b" + i, Features.none()))
                .toList();
        return new Question<>(new Subtask("reading"), "Are you free [[on Friday]]?", each);
    }
}
