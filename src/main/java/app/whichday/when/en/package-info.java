/** English: its words, and one small class per kind of expression. */
@NullMarked
package app.whichday.when.en;

import org.jspecify.annotations.NullMarked;
