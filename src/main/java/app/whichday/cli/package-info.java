/** The command line: what a user types, checked and handed on. No business rules. */
@NullMarked
package app.whichday.cli;

import org.jspecify.annotations.NullMarked;
