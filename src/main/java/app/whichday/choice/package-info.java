/** One mechanism for every subtask: a question, its options, a chooser that ranks them, a policy that acts or asks. */
@NullMarked
package app.whichday.choice;

import org.jspecify.annotations.NullMarked;
