package app.whichday.tuning;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of model_weights. */
@Entity(name = "TrainedWeights")
@Table(name = "model_weights")
class ModelWeightsEntity {
    /** Of the row of model_version. */
    @Id
    long version;

    /** As a model file. */
    byte[] weights = {};
}
