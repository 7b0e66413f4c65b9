/** German: its words, and the kinds of expressions that it has and English has not. */
@NullMarked
package app.whichday.when.de;

import org.jspecify.annotations.NullMarked;
