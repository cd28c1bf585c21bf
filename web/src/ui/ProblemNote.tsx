import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { asProblem } from "../api/problems";
import { useMessages, type Messages } from "../i18n";
import { CopyButton } from "./CopyButton";

const messages = {
  retry: { zh: "重试", en: "Try again" },
  trace: { zh: "追踪号", en: "Trace id" },
} satisfies Messages;

/** The one place of a screen or dialog where an error is shown. */
export function ProblemNote({
  error,
  retry,
  children,
}: {
  error: unknown;
  retry?: () => void;
  children?: ReactNode;
}) {
  const t = useMessages(messages);
  if (error === null || error === undefined) return null;
  const problem = asProblem(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem.title}
      action={retry && <Button onClick={retry}>{t.retry}</Button>}
      description={
        (problem.fields.length > 0 || problem.traceId !== null || children !== undefined) && (
          <div className="stack tight">
            {problem.fields.length > 0 && (
              <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                {problem.fields.map((field) => (
                  <li key={field.pointer + field.expected}>
                    {field.pointer !== "" && <code>{field.pointer.slice(1)}</code>} {field.expected}
                  </li>
                ))}
              </ul>
            )}
            {children}
            {problem.traceId !== null && (
              <span className="small muted row">
                {t.trace} <span className="mono cut">{problem.traceId}</span>
                <CopyButton text={problem.traceId} />
              </span>
            )}
          </div>
        )
      }
    />
  );
}
