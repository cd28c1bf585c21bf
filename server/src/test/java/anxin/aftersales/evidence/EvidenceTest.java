package anxin.aftersales.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AnxinTest
class EvidenceTest {

    @Autowired Stage stage;
    @Autowired MockMvc http;

    @Test
    void proof_that_was_asked_for_lets_the_rules_decide_again() throws Exception {
        var shop = stage.shop();
        var customer = stage.linXiao(shop);
        var id = UUID.randomUUID();
        var asked = stage.submit(customer, id, stage.order(shop, Map.of()), "QUALITY", Map.of());
        assertThat(asked.text("state")).isEqualTo("NEED_EVIDENCE");
        var photo = upload(customer, picture(800, 600));
        var decided =
                stage.act(
                        customer,
                        "portal/cases/" + id + "/evidence",
                        1,
                        Map.of("evidence", List.of(photo)));
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);
        assertThat(decided.text("state")).isEqualTo("WAIT_BUYER_RETURN");
        assertThat(decided.text("decision.ruleId")).isEqualTo("QUALITY_7D");
    }

    @Test
    void nothing_hidden_in_a_photo_survives() throws Exception {
        var shop = stage.shop();
        var hidden = "GPS 31.2304,121.4737 <script>";
        var original = new ByteArrayOutputStream();
        original.writeBytes(picture(400, 300));
        original.writeBytes(hidden.getBytes(StandardCharsets.UTF_8));
        var customer = stage.linXiao(shop);
        var photo = upload(customer, original.toByteArray());
        var kept =
                http.perform(get("/api/v1/portal/evidence/" + photo).with(customer))
                        .andReturn()
                        .getResponse();
        assertThat(kept.getContentType()).isEqualTo("image/jpeg");
        assertThat(new String(kept.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS", "script");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.getContentAsByteArray())).getWidth())
                .isEqualTo(400);
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() throws Exception {
        var shop = stage.shop();
        assertThat(
                        status(
                                stage.linXiao(shop),
                                "<html>not a photo</html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(415);
    }

    @Test
    void another_customer_neither_sees_nor_uses_the_photo() throws Exception {
        var shop = stage.shop();
        var photo = upload(stage.linXiao(shop), picture(40, 30));
        var stranger = stage.customer(shop, "somebody-else");
        assertThat(
                        http.perform(get("/api/v1/portal/evidence/" + photo).with(stranger))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
        var order = stage.order(shop, Map.of("customer", Map.of("id", "somebody-else")));
        var used =
                stage.submit(
                        stranger,
                        UUID.randomUUID(),
                        order,
                        "QUALITY",
                        Map.of("evidence", List.of(photo)));
        assertThat(used.status()).isEqualTo(400);
        assertThat(used.body().at("/fields/0/pointer").asString()).isEqualTo("/evidence/0");
    }

    @Test
    void staff_see_the_photo_on_its_case_and_staff_of_another_shop_do_not() throws Exception {
        var shop = stage.shop();
        var customer = stage.linXiao(shop);
        var photo = upload(customer, picture(40, 30));
        var id = UUID.randomUUID();
        stage.submit(
                customer,
                id,
                stage.order(shop, Map.of()),
                "QUALITY",
                Map.of("evidence", List.of(photo)));
        var path = "/api/v1/cases/" + id + "/evidence/" + photo;
        assertThat(
                        http.perform(get(path).with(stage.agent("L1", shop)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(200);
        assertThat(
                        http.perform(get(path).with(stage.agent("L1", stage.shop())))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    private UUID upload(RequestPostProcessor who, byte[] bytes) throws Exception {
        var id = UUID.randomUUID();
        var answer = http.perform(request(id, bytes).with(who)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return id;
    }

    private int status(RequestPostProcessor who, byte[] bytes) throws Exception {
        return http.perform(request(UUID.randomUUID(), bytes).with(who))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static org.springframework.test.web.servlet.request
                    .MockMultipartHttpServletRequestBuilder
            request(UUID id, byte[] bytes) {
        return multipart(HttpMethod.PUT, "/api/v1/portal/evidence/" + id)
                .file(new MockMultipartFile("file", "photo.jpg", "image/jpeg", bytes));
    }

    private static byte[] picture(int width, int height) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
