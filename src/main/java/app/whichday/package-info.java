/** Whichday: a mail and calendar assistant that knows which Friday you mean. */
@NullMarked
package app.whichday;

import org.jspecify.annotations.NullMarked;
