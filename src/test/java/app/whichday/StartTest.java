package app.whichday;

import static io.restassured.RestAssured.get;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The container starts, with its database; the annotation below gives that database to every other test as well. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StartTest {
    @Test
    void itIsReady() {
        get("/q/health/ready").then().statusCode(200);
    }
}
