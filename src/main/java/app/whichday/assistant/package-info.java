/** The pipeline: a mail in, proposals out. Its order fits one screen; a failure stays with its mail. */
@NullMarked
package app.whichday.assistant;

import org.jspecify.annotations.NullMarked;
