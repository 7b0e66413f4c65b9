package app.whichday.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The mail tables seen from below, for tests to count and to clean up after themselves. */
@ApplicationScoped
class MailRows {
    private final EntityManager database;

    MailRows(EntityManager database) {
        this.database = database;
    }

    /** Removes the mailboxes whose names begin like this, with their mails. */
    void remove(String mailboxPrefix) {
        QuarkusTransaction.requiringNew().run(() -> {
            update("""
                    delete from mail where id in (select p.mail_id from mail_place p join mailbox m on m.id = p.mailbox_id
                    where m.name like :name)
                    """, mailboxPrefix + "%");
            update("delete from mailbox where name like :name", mailboxPrefix + "%");
            database.createNativeQuery("delete from mail_thread_link l where not exists "
                            + "(select 1 from mail m where m.thread = l.thread)")
                    .executeUpdate();
        });
    }

    private void update(String sql, String name) {
        database.createNativeQuery(sql).setParameter("name", name).executeUpdate();
    }

    /** Places in mailboxes whose names begin like this. */
    long places(String mailboxPrefix) {
        return count(
                "select count(*) from mail_place p join mailbox m on m.id = p.mailbox_id where m.name like :name",
                mailboxPrefix);
    }

    /** Mails in mailboxes whose names begin like this. */
    long mails(String mailboxPrefix) {
        return count(
                "select count(distinct p.mail_id) from mail_place p join mailbox m on m.id = p.mailbox_id where m.name like :name",
                mailboxPrefix);
    }

    private long count(String sql, String name) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(sql)
                        .setParameter("name", name + "%")
                        .getSingleResult())
                .longValue());
    }
}
