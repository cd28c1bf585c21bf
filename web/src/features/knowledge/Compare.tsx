import type { ArticleVersion } from "../../api/views";
import { useMessages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import { diff } from "./diff";
import { messages } from "./messages";

/** What a reviewer looks at: each part of the new version beside what is live. */
export function Compare({ before, after }: { before: ArticleVersion | null; after: ArticleVersion }) {
  const t = useMessages(messages);
  const audience = (of: ArticleVersion | null) => (of === null ? "" : t[of.audience]);
  const parts = [
    [t.question, before?.question ?? "", after.question],
    [t.phrasings, before?.phrasings.join("\n") ?? "", after.phrasings.join("\n")],
    [t.answer, before?.answer ?? "", after.answer],
    [t.audience, audience(before), audience(after)],
    [t.validFrom, day(before?.validFrom), day(after.validFrom)],
    [t.validUntil, day(before?.validUntil), day(after.validUntil)],
  ] as const;
  const changed = parts.filter(([, was, is]) => was !== is);
  return (
    <div className="stack">
      {before === null && <p className="muted">{t.noLive}</p>}
      {changed.length === 0 && <p className="muted">{t.same}</p>}
      {changed.map(([name, was, is]) => (
        <Panel key={name} title={name}>
          <div className="knowledge-diff">
            {diff(was, is).map((piece, at) =>
              piece.kind === "added" ? (
                <ins key={at} title={t.added}>
                  {piece.text}
                </ins>
              ) : piece.kind === "removed" ? (
                <del key={at} title={t.removed}>
                  {piece.text}
                </del>
              ) : (
                <span key={at}>{piece.text}</span>
              ),
            )}
          </div>
        </Panel>
      ))}
    </div>
  );
}

const day = (instant: string | null | undefined) => instant?.slice(0, 10) ?? "";
