package org.customactions.support;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiverTest {
    @Test
    void shouldRecordRequestsAndForgetThemWithTheStubsOnReset() {
        try (Receiver receiver = Receiver.start()) {
            receiver.server().stubFor(post("/hook?a=1").willReturn(okJson("{\"id\":7}")));

            int id = given().body("hello").post(receiver.url("/hook?a=1")).path("id");

            assertThat(id).isEqualTo(7);
            assertThat(receiver.requests("/hook"))
                    .singleElement()
                    .satisfies(request -> assertThat(request.getBodyAsString()).isEqualTo("hello"));
            receiver.reset();
            assertThat(receiver.requests("/hook")).isEmpty();
            assertThat(given().post(receiver.url("/hook?a=1")).statusCode()).isEqualTo(404);
        }
    }
}
