/** The one calendar-worthy thing that a mail brings, field by field, each with its evidence. */
@NullMarked
package app.whichday.event;

import org.jspecify.annotations.NullMarked;
