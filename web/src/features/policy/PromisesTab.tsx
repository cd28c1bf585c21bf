import { Button, Input, InputNumber, Select } from "antd";
import { newId } from "../../api/id";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { withList, wrongAt, type PromiseText } from "./document";
import { messages } from "./messages";
import type { TabProps } from "./tab";
import { Wrong } from "./Wrong";

export function PromisesTab({ document, edit, wrong, mayWrite }: TabProps) {
  const t = useMessages(messages);
  const promises = document.promises ?? [];
  const put = (next: PromiseText[]) => edit(withList(document, "promises", next));
  const change = (id: string, part: Partial<PromiseText>) =>
    put(promises.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <Panel
      title={t.promises}
      extra={
        mayWrite && (
          <Button onClick={() => put([...promises, { id: newId(), about: "ALL", days: 15 }])}>
            {t.addPromise}
          </Button>
        )
      }
    >
      <p className="muted">{t.promisesHint}</p>
      {promises.length === 0 && <Nothing title={t.noPromises} />}
      <ul className="policy-own">
        {promises.map((promise, at) => (
          <li key={promise.id}>
            <div className="policy-fields">
              <Field label={t.about}>
                {(ids) => (
                  <Select
                    {...ids}
                    value={promise.about}
                    disabled={!mayWrite}
                    onChange={(about) => change(promise.id, { about })}
                    options={(["ALL", "CATEGORY", "SKU"] as const).map((one) => ({
                      value: one,
                      label: t[one],
                    }))}
                  />
                )}
              </Field>
              {promise.about !== "ALL" && (
                <Field label={t.value}>
                  {(ids) => (
                    <Input
                      {...ids}
                      maxLength={60}
                      disabled={!mayWrite}
                      value={promise.value ?? ""}
                      onChange={(event) => change(promise.id, { value: event.target.value })}
                    />
                  )}
                </Field>
              )}
              <Field label={t.days}>
                {(ids) => (
                  <InputNumber
                    {...ids}
                    min={1}
                    max={3650}
                    disabled={!mayWrite}
                    value={promise.days}
                    onChange={(days) => {
                      if (days !== null) change(promise.id, { days });
                    }}
                  />
                )}
              </Field>
              <Field label={t.freight}>
                {(ids) => (
                  <Select
                    {...ids}
                    value={promise.freight ?? ""}
                    disabled={!mayWrite}
                    onChange={(freight) =>
                      put(promises.map((one) => (one.id === promise.id ? paidBy(one, freight) : one)))
                    }
                    options={[
                      { value: "", label: t.asUsual },
                      { value: "SELLER", label: t.SELLER },
                    ]}
                  />
                )}
              </Field>
              {mayWrite && (
                <Button danger onClick={() => put(promises.filter((one) => one.id !== promise.id))}>
                  {t.remove}
                </Button>
              )}
            </div>
            <Wrong of={wrongAt(wrong, `/promises/${at}`)} />
          </li>
        ))}
      </ul>
      <Wrong of={wrong.filter((one) => one.pointer === "/promises")} />
    </Panel>
  );
}

function paidBy(promise: PromiseText, freight: string): PromiseText {
  const next = { ...promise };
  delete next.freight;
  return freight === "SELLER" ? { ...next, freight } : next;
}
