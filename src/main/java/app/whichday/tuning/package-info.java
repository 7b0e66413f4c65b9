/** Labelled examples in, trained and judged choosers out. */
@NullMarked
package app.whichday.tuning;

import org.jspecify.annotations.NullMarked;
