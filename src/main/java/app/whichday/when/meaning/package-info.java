/** What words of time mean, apart from any language: days, hours, zones, and the intervals they can stand for. */
@NullMarked
package app.whichday.when.meaning;

import org.jspecify.annotations.NullMarked;
