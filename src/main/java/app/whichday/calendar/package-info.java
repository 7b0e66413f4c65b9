/** Events, recurrence, invitations and feeds. The only room that imports ical4j. */
@NullMarked
package app.whichday.calendar;

import org.jspecify.annotations.NullMarked;
