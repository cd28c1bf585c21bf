import { asProblem } from "../../api/problems";
import { useMessages } from "../../i18n";
import { Button } from "./Button";
import { messages } from "./messages";

interface ProblemProps {
  error: unknown;
  onAgain?: () => void;
  busy?: boolean;
}

/** The one place on a screen where what went wrong is said, with the trace id for whoever is asked to help. */
export function Problem({ error, onAgain, busy = false }: ProblemProps) {
  const t = useMessages(messages);
  if (error === null || error === undefined) return null;
  const problem = asProblem(error);
  return (
    <div className="notice bad" role="alert">
      <strong>{problem.title}</strong>
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.pointer + field.expected}>{field.expected}</li>
          ))}
        </ul>
      )}
      {problem.traceId !== null && (
        <span className="small soft">
          {t.traceId} <span className="number">{problem.traceId}</span>
        </span>
      )}
      {onAgain && (
        <div>
          <Button look="quiet" onClick={onAgain} busy={busy}>
            {t.again}
          </Button>
        </div>
      )}
    </div>
  );
}
