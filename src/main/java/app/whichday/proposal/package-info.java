/** What the assistant wants to do, its life, applying it exactly once, and the log of the owner's decisions. */
@NullMarked
package app.whichday.proposal;

import org.jspecify.annotations.NullMarked;
