package app.whichday.mail;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that talk to a real Dovecot; skipped, with one line that says so, where it isn't installed. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresDovecot.Condition.class)
public @interface RequiresDovecot {
    /** Looks for the program. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (DovecotServer.isInstalled()) {
                return ConditionEvaluationResult.enabled("Dovecot is installed");
            }
            String line = "Skipped " + context.getDisplayName()
                    + ": it needs Dovecot, which isn't installed (Debian: apt install dovecot-imapd).";
            System.err.println(line);
            return ConditionEvaluationResult.disabled(line);
        }
    }
}
