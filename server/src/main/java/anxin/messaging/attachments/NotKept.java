package anxin.messaging.attachments;

import anxin.kernel.Text;
import anxin.kernel.problem.Problem;

/** A file that we do not keep. */
final class NotKept extends Exception {

    enum Why {
        EMPTY(422, Text.of("文件是空的", "The file is empty")),
        TOO_LARGE(413, Text.of("文件过大，未保存", "The file is too large and was not kept")),
        PROGRAM(415, Text.of("文件是程序，未保存", "The file is a program and was not kept")),
        NOT_FETCHED(
                422,
                Text.of(
                        "无法从渠道取回文件",
                        "The file could not be fetched from the channel that named it")),
        NOT_PUBLIC(
                422,
                Text.of(
                        "文件地址不在公网，未取回",
                        "The address of the file is not a public one; it was not fetched"));

        private final int status;
        private final Text text;

        Why(int status, Text text) {
            this.status = status;
            this.text = text;
        }

        Text text() {
            return text;
        }
    }

    private final Why why;

    NotKept(Why why) {
        super(why.name());
        this.why = why;
    }

    Why why() {
        return why;
    }

    Problem problem() {
        var code = "attachment-" + why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return Problem.refused(code, why.text().zh(), why.text().en()).as(why.status);
    }
}
