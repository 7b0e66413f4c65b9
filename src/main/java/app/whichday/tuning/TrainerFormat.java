package app.whichday.tuning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * For whom a file of chats is written. For supervised fine-tuning all of them take one shape, {@code messages}; for preferences
 * there are three.
 */
public enum TrainerFormat {
    /** OpenAI, Azure, Fireworks, Together: https://developers.openai.com/api/docs/guides/direct-preference-optimization. */
    OPENAI,
    /** Hugging Face TRL, "conversational" datasets: https://huggingface.co/docs/trl/dataset_formats. */
    TRL,
    /** Trains by TRL's trainers: https://unsloth.ai/docs. */
    UNSLOTH,
    /** {@code type: chat_template}, {@code chat_template.default}: https://docs.axolotl.ai/docs/rlhf.html. */
    AXOLOTL,
    /** "sharegpt" with OpenAI's tags: https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md. */
    LLAMA_FACTORY;

    /** A chat with its right answer. */
    ObjectNode supervised(Chat chat) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.putArray("messages")
                .add(message("system", chat.system()))
                .add(message("user", chat.user()))
                .add(message("assistant", chat.chosen()));
        return line;
    }

    /** A chat with its right answer and a wrong one. */
    ObjectNode preference(Chat chat) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        switch (this) {
            case OPENAI -> {
                line.putObject("input")
                        .putArray("messages")
                        .add(message("system", chat.system()))
                        .add(message("user", chat.user()));
                line.putArray("preferred_output").add(message("assistant", chat.chosen()));
                line.putArray("non_preferred_output").add(message("assistant", chat.rejected()));
            }
            case TRL, UNSLOTH -> {
                line.putArray("prompt").add(message("system", chat.system())).add(message("user", chat.user()));
                line.putArray("chosen").add(message("assistant", chat.chosen()));
                line.putArray("rejected").add(message("assistant", chat.rejected()));
            }
            case AXOLOTL, LLAMA_FACTORY -> {
                line.putArray("messages").add(message("system", chat.system())).add(message("user", chat.user()));
                line.set("chosen", message("assistant", chat.chosen()));
                line.set("rejected", message("assistant", chat.rejected()));
            }
        }
        return line;
    }

    private static ObjectNode message(String role, String content) {
        return JsonNodeFactory.instance.objectNode().put("role", role).put("content", content);
    }

    /**
     * One exchange.
     *
     * @param rejected a wrong answer; empty where none is wrong
     * @param thread what belongs together: never on both sides of a split
     */
    record Chat(String system, String user, String chosen, String rejected, String thread) {}
}
