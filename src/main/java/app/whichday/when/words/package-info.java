/** The text as the engine sees it: words, numbers and marks, each looked up once. */
@NullMarked
package app.whichday.when.words;

import org.jspecify.annotations.NullMarked;
