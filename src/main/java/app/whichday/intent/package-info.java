/** What a mail's new text does about appointments and deadlines: yes/no choices. */
@NullMarked
package app.whichday.intent;

import org.jspecify.annotations.NullMarked;
