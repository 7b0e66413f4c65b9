/** Text and an anchor in, expressions of time out, each with ranked readings. Pure: no CDI, database, clock or network. */
@NullMarked
package app.whichday.when;

import org.jspecify.annotations.NullMarked;
