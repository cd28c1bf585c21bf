import { Collapse } from "antd";
import { Fragment } from "react";
import type { PlatformKind } from "../../api/views";
import { useMessages } from "../../i18n";
import { messages } from "./messages";

/** What each platform's codes mean here, for whoever wonders why a case stands where it does. */
export function StateTable({ kinds }: { kinds: PlatformKind[] }) {
  const t = useMessages(messages);
  return (
    <section className="platforms-section">
      <div className="page-head">
        <h2>{t.states}</h2>
        <p className="muted">{t.statesHint}</p>
      </div>
      <Collapse
        items={kinds.map((kind) => ({
          key: kind.platform,
          label: kind.connectable ? kind.name : `${kind.name} (${t.notYet})`,
          children: (
            <dl className="platform-states small">
              <dt className="muted">{t.codes}</dt>
              <dd className="muted">{t.ours}</dd>
              {kind.states.map((row) => (
                <Fragment key={row.codes + row.standing}>
                  <dt className="mono">{row.codes}</dt>
                  <dd>{[row.standing, ...row.alike].join(` ${t.orElse} `)}</dd>
                </Fragment>
              ))}
            </dl>
          ),
        }))}
      />
    </section>
  );
}
