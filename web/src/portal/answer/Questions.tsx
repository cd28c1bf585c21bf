import { useCallback, useState } from "react";
import { useMessages } from "../../i18n";
import type { FollowUp } from "../contract";
import { learn, useRead } from "../data";
import { Button } from "../parts/Button";
import { Link } from "../parts/Link";
import { Problem } from "../parts/Problem";
import { Waiting } from "../parts/Waiting";
import { server } from "../server";
import { messages } from "./messages";

interface Answer {
  solved?: boolean;
  score?: number;
  comment?: string;
}

export function useQuestions(path: string) {
  const reading = useRead<FollowUp>(path);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const answer = useCallback(
    async (said: Answer) => {
      setBusy(true);
      setError(null);
      try {
        learn(path, await server.put<FollowUp>(path, said));
      } catch (problem) {
        setError(problem);
      } finally {
        setBusy(false);
      }
    },
    [path],
  );
  return { it: reading.data, error: error ?? reading.error, again: reading.again, busy, answer };
}

/** Is it solved, and how was it. */
export function Questions({ of }: { of: ReturnType<typeof useQuestions> }) {
  const t = useMessages(messages);
  const [comment, setComment] = useState("");
  const { it, busy } = of;
  if (it === null)
    return of.error === null ? (
      <Waiting heights={[120, 160]} />
    ) : (
      <Problem error={of.error} onAgain={of.again} />
    );
  const solved = it.solved ?? null;
  return (
    <>
      <section className="card" aria-live="polite">
        <p className="small soft">{t.about(it.caseNo, it.title)}</p>
        {solved === null ? (
          <>
            <strong>{t.title}</strong>
            <div className="choices">
              <Button full busy={busy} onClick={() => void of.answer({ solved: true })}>
                {t.yes}
              </Button>
              <Button full look="quiet" busy={busy} onClick={() => void of.answer({ solved: false })}>
                {t.no}
              </Button>
            </div>
            <p className="small soft">{t.noMeans}</p>
          </>
        ) : (
          <>
            <strong>{t.thanks}</strong>
            {!solved && it.linkedNo && <p>{t.opened(it.linkedNo)}</p>}
            {!solved && it.linkedCase && (
              <Link to={`/cases/${it.linkedCase}`} className="button">
                {t.see}
              </Link>
            )}
            {solved && (
              <Button look="plain" busy={busy} onClick={() => void of.answer({ solved: false })}>
                {t.no}
              </Button>
            )}
          </>
        )}
      </section>
      {solved !== null && (
        <section className="card">
          <strong>{t.howWas}</strong>
          <div className="scores" role="group" aria-label={t.howWas}>
            {[1, 2, 3, 4, 5].map((score) => (
              <button
                key={score}
                type="button"
                className="score"
                aria-pressed={it.score === score}
                aria-label={t.score(score)}
                disabled={busy}
                onClick={() => void of.answer({ score })}
              >
                {score}
              </button>
            ))}
          </div>
          {it.score !== null && it.score !== undefined && (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void of.answer({ comment });
              }}
            >
              <label className="label" htmlFor="answer-comment">
                {t.say}
              </label>
              <textarea
                id="answer-comment"
                className="input"
                rows={3}
                maxLength={1000}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
              />
              <Button type="submit" busy={busy} because={null}>
                {t.send}
              </Button>
            </form>
          )}
        </section>
      )}
      <Problem error={of.error} />
    </>
  );
}
