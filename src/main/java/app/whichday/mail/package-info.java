/** Mailboxes over IMAP and in files, and MIME turned into mails of blocks. The only room that imports Jakarta Mail. */
@NullMarked
package app.whichday.mail;

import org.jspecify.annotations.NullMarked;
