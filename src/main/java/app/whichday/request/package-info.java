/** Which sentences ask something of their reader. */
@NullMarked
package app.whichday.request;

import org.jspecify.annotations.NullMarked;
