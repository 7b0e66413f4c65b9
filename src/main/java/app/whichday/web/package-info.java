/** What a browser or a script sees: pages, htmx fragments, the JSON API and the calendar feed. */
@NullMarked
package app.whichday.web;

import org.jspecify.annotations.NullMarked;
