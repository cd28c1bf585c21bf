import { ArrowLeftOutlined, DownOutlined, EyeOutlined, UpOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useShopName } from "../../api/session";
import type { CaseView } from "../../api/views";
import { states, toneOf, word } from "../../api/words";
import { useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { CopyButton } from "../../ui/CopyButton";
import { Countdown } from "../../ui/Countdown";
import { messages } from "./messages";
import { useViewers } from "./useCase";

interface Props {
  item: CaseView;
  next: string | null;
  previous: string | null;
  go: (id: string | null) => void;
}

export function CaseHeader({ item, next, previous, go }: Props) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const shopName = useShopName();
  const viewers = useViewers(item.id, item.viewers);
  const names = viewers.join(spoken === "zh" ? "、" : ", ");
  return (
    <div className="case-head">
      <Link to="/desk" className="case-back" aria-label={t.back} title={t.back}>
        <ArrowLeftOutlined />
      </Link>
      <h1 className="nums">{item.no}</h1>
      <CopyButton text={item.no} />
      <Badge tone={toneOf(item.state)}>{word(states, item.state, spoken)}</Badge>
      {item.deadlineAt !== null && <Countdown to={item.deadlineAt} />}
      <span className="muted">{shopName(item.shop)}</span>
      <span role="status" className="case-viewers">
        {viewers.length > 0 && (
          <>
            <EyeOutlined aria-hidden="true" /> {t.viewers(names)}
          </>
        )}
      </span>
      <div className="grow" />
      <Button
        icon={<UpOutlined />}
        aria-label={t.previous}
        title={`${t.previous} (k)`}
        disabled={previous === null}
        onClick={() => go(previous)}
      />
      <Button
        icon={<DownOutlined />}
        aria-label={t.next}
        title={`${t.next} (j)`}
        disabled={next === null}
        onClick={() => go(next)}
      />
    </div>
  );
}
