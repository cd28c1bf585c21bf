package anxin.messaging.mail;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote, apart from the history that their program put behind it. Nothing is thrown
 * away: a line that was taken for history by mistake can be unfolded.
 */
record Quoted(String said, @Nullable String history) {

    private static final List<Pattern> BEGINNINGS =
            List.of(
                    Pattern.compile(
                            "(?im)^[ \\t>]*-{2,}[ \\t]*(original message|forwarded message|原始邮件|原邮件|转发邮件|回复的原邮件|转发的邮件)[ \\t]*-{2,}"),
                    Pattern.compile(
                            "(?m)^[ \\t]*On [^\\n]{5,200}(\\n[^\\n]{0,120})?wrote:[ \\t]*$"),
                    Pattern.compile(
                            "(?m)^[ \\t]*(在|于|At )?[^\\n]{0,40}\\d{4}[-年/.][^\\n]{0,160}(写道|wrote|寫道)[ \\t]*[:：][ \\t]*$"),
                    Pattern.compile(
                            "(?m)^[ \\t]*(发件人|寄件者|From)[ \\t]*[:：][^\\n]+\\n(?:[^\\n]*\\n){0,2}?[ \\t]*(发送时间|发送日期|日期|Sent|Date|收件人|To)[ \\t]*[:：]"),
                    Pattern.compile("(?m)^[ \\t]*_{20,}[ \\t]*$"),
                    Pattern.compile("(?m)^>[^\\n]*(\\n(>[^\\n]*|[ \\t]*))*\\z"));

    static Quoted of(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        int begins = lines.length();
        for (var beginning : BEGINNINGS) {
            var found = beginning.matcher(lines);
            if (found.find()) {
                begins = Math.min(begins, found.start());
            }
        }
        var said = lines.substring(0, begins).strip();
        var history = lines.substring(begins).strip();
        return said.isEmpty() || history.isEmpty()
                ? new Quoted(lines, null)
                : new Quoted(said, history);
    }
}
