import type { PortalCase } from "../contract";
import { useMessages } from "../../i18n";
import { useKept } from "../kept";
import { Button } from "../parts/Button";
import { Field } from "../parts/Field";
import { Problem } from "../parts/Problem";
import { messages } from "./messages";
import { useStep } from "./useStep";

/** A complaint was answered: does that solve it? Saying nothing until the time shown counts as yes. */
export function Solution({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const [words, setWords] = useKept(`solution:${it.id}`, () => "");
  const { take, busy, error, moved } = useStep(it);
  const solution = it.solution;
  if (!it.allowed.includes("answer-solution") || !solution) return null;
  const answer = async (solved: boolean) => {
    const text = words.trim();
    const led = await take("resolution", { solved, ...(text === "" ? {} : { words: text }) });
    if (led === "done") setWords(() => "");
  };
  return (
    <section className="card" aria-labelledby="solution">
      <h2 id="solution">{t.solvedTitle}</h2>
      <p className="keep-lines">{solution.words}</p>
      <p className="soft">{t.solvedLead}</p>
      {moved && (
        <p className="notice warm" role="alert">
          {t.stepMoved}
        </p>
      )}
      <Button full busy={busy} onClick={() => void answer(true)}>
        {t.solvedYes}
      </Button>
      <Field label={t.solvedWords} optional>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(() => event.target.value)}
          />
        )}
      </Field>
      <Button full look="quiet" busy={busy} onClick={() => void answer(false)}>
        {t.solvedNo}
      </Button>
      <Problem error={error} />
    </section>
  );
}
