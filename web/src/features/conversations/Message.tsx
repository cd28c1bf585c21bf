import { useSession } from "../../api/session";
import type { Said } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { MailMore } from "./MailMore";
import { FileList } from "../../ui/FileList";
import { deliveries, happened, messages } from "./messages";

const LATE = 60_000;

export function Message({ one }: { one: Said }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const me = useSession().id;
  const author = one.author === `staff:${me}` ? t.you : (one.authorName ?? t.someone);
  if (one.happened !== null) {
    const { what, to, until } = one.happened;
    const where = until !== null ? formatDateTime(until, spoken) : (to ?? "");
    return (
      <li className="happened" id={`said-${one.seq}`}>
        <span>
          {happened[what][spoken](author, where)} ·{" "}
          <time dateTime={one.at}>{formatDateTime(one.at, spoken)}</time>
        </span>
        {one.text !== "" && <p className="keep-lines">{one.text}</p>}
      </li>
    );
  }
  const side = one.kind === "CUSTOMER" ? "theirs" : one.kind === "NOTE" ? "note" : "ours";
  const late = Date.parse(one.at) - Date.parse(one.writtenAt) > LATE;
  return (
    <li className={side} id={`said-${one.seq}`}>
      <span className="small muted">
        {one.kind === "NOTE" ? `${t.noteBy} · ${author}` : one.kind === "CUSTOMER" ? t.someone : author}
        {one.author === "bot" && ` (${t.bot})`} ·{" "}
        <time dateTime={one.at}>{formatDateTime(one.at, spoken)}</time>
        {late && ` · ${t.writtenAt(formatDateTime(one.writtenAt, spoken))}`}
      </span>
      {typeof one.mail?.subject === "string" && <strong className="cut">{one.mail.subject}</strong>}
      {one.text !== "" && <p className="keep-lines">{one.text}</p>}
      {one.mail !== null && <MailMore of={one.mail} />}
      {one.choices.length > 0 && <p className="small muted">[ {one.choices.join(" | ")} ]</p>}
      <FileList files={one.attachments} />
      {one.delivery !== null && <Delivery of={one.delivery} />}
    </li>
  );
}

function Delivery({ of }: { of: NonNullable<Said["delivery"]> }) {
  const t = useMessages(deliveries);
  const bad = of.state === "FAILED" || of.state === "EXPIRED";
  const name = t[of.state as keyof typeof deliveries];
  return (
    <span className={bad ? "small talk-failed" : "small muted"}>
      {name}
      {of.trouble !== null && ` · ${of.trouble}`}
    </span>
  );
}
