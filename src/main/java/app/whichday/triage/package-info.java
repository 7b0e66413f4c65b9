/** Which category a mail belongs to, and whether it wants a reply. */
@NullMarked
package app.whichday.triage;

import org.jspecify.annotations.NullMarked;
