/** The data folder, its lock, and the PostgreSQL in it. */
@NullMarked
package app.whichday.storage;

import org.jspecify.annotations.NullMarked;
