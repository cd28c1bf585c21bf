package anxin.commerce.intake;

import anxin.kernel.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A text shown to people, as it is sent: in both languages. */
public record Name(
        @NotBlank(message = Say.REQUIRED) @Size(max = 200, message = Say.TEXT) String zh,
        @NotBlank(message = Say.REQUIRED) @Size(max = 200, message = Say.TEXT) String en) {

    public Text text() {
        return Text.of(zh.strip(), en.strip());
    }
}
