/** Kinds of expressions that languages share: they ask for the roles of words, never for words. */
@NullMarked
package app.whichday.when.kinds;

import org.jspecify.annotations.NullMarked;
