package app.whichday.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Makes offers about one thing wait for each other: the rows that a second offer has to see aren't there to be locked until
 * the first has committed.
 */
@ApplicationScoped
class OfferLock {
    private final EntityManager database;

    OfferLock(EntityManager database) {
        this.database = database;
    }

    /** Held until the caller's transaction ends; two names share a lock now and then, which costs a wait. */
    @Transactional(TxType.MANDATORY)
    void take(String name) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:name, 0)) is null", Boolean.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
