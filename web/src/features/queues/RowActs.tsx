import { Button } from "antd";
import { useMessages } from "../../i18n";
import { messages } from "./messages";
import { moved } from "./arrange";

/** Buttons that move a row of an ordered list, and what else can be done with it. */
export function RowActs<T>({
  list,
  at,
  change,
  edit,
}: {
  list: readonly T[];
  at: number;
  change: (list: T[]) => void;
  edit: () => void;
}) {
  const t = useMessages(messages);
  return (
    <>
      <Button size="small" aria-label={t.up} disabled={at === 0} onClick={() => change(moved(list, at, -1))}>
        ↑
      </Button>
      <Button
        size="small"
        aria-label={t.down}
        disabled={at === list.length - 1}
        onClick={() => change(moved(list, at, 1))}
      >
        ↓
      </Button>
      <Button size="small" onClick={edit}>
        {t.edit}
      </Button>
    </>
  );
}
