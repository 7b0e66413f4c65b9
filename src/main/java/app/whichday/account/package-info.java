/** People, their addresses, their sign-in and their secrets at rest. */
@NullMarked
package app.whichday.account;

import org.jspecify.annotations.NullMarked;
