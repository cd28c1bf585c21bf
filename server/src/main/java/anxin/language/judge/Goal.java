package anxin.language.judge;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a figure should be at least, by the command and by the name of the file that is answered.
 *
 * @param line how the report's line with the figure begins, without its spaces
 */
record Goal(String command, String file, String line, double least) {

    private static final String ACCURACY = "accuracy";

    private static final List<Goal> ALL =
            List.of(
                    new Goal("intents", "banking77", ACCURACY, 95),
                    new Goal("intents", "clinc150", ACCURACY, 97),
                    new Goal("intents", "clinc150", "out of scope, AUROC", 0.98),
                    new Goal("intents", "curekart", ACCURACY, 89),
                    new Goal("intents", "powerplay11", ACCURACY, 70),
                    new Goal("intents", "sofmattress", ACCURACY, 82),
                    new Goal("intents", "smp2019", ACCURACY, 95),
                    new Goal("intents", "ecom", ACCURACY, 90),
                    new Goal("intents", "ecom", "typo", 95),
                    new Goal("intents", "ecom", "dialect", 92),
                    new Goal("intents", "ecom", "indirect", 70),
                    new Goal("sentiment", "onlineshop", ACCURACY, 94.5),
                    new Goal("sentiment", "online_shop", ACCURACY, 94.5),
                    new Goal("sentiment", "waimai", ACCURACY, 92),
                    new Goal("emotion", "", ACCURACY, 85),
                    new Goal("language", "", ACCURACY, 97),
                    new Goal("pairs", "", ACCURACY, 82));

    private static OptionalDouble of(String command, String file, String line) {
        var name = file.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(one -> one.command.equals(command) && name.contains(one.file))
                .filter(one -> line.strip().startsWith(one.line + " "))
                .mapToDouble(Goal::least)
                .findFirst();
    }

    /** The line, with its goal behind it where it has one. */
    static String beside(String command, String file, String line) {
        var goal = of(command, file, line);
        if (goal.isEmpty()) {
            return line;
        }
        var least = goal.getAsDouble();
        var figure = line.strip().replaceAll("^[A-Za-z, ]+?\\s{2,}", "");
        var reached = Double.parseDouble(figure.split("[ %]")[0]);
        var verdict =
                reached >= least
                        ? "reached"
                        : String.format(
                                Locale.ROOT,
                                least < 1 ? "%.4f short" : "%.2f short",
                                least - reached);
        return line + "   goal >= " + (least < 1 ? least : least + " %") + ": " + verdict;
    }
}
