import { useMessages, type Messages } from "../i18n";
import "./SkeletonRows.css";

const messages = { loading: { zh: "正在加载", en: "Loading" } } satisfies Messages;

export function SkeletonRows({ rows = 8, height = 20 }: { rows?: number; height?: number }) {
  const t = useMessages(messages);
  return (
    <div className="skeleton-rows" role="status" aria-label={t.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} style={{ height, width: `${96 - ((row * 37) % 28)}%` }} />
      ))}
    </div>
  );
}
