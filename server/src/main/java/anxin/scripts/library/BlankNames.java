package anxin.scripts.library;

import anxin.kernel.Text;
import org.springframework.stereotype.Component;

/** What the blanks of scripts are called where somebody fills them in. */
@Component
public class BlankNames {

    public Text of(String blank) {
        return ShippedScripts.blank(blank);
    }
}
