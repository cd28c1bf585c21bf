import { Checkbox, Modal } from "antd";
import { Fragment } from "react";
import { useMessages, type Messages } from "../i18n";
import { useShortcutList, useShortcutSwitch } from "../ui/shortcuts";
import "./ShortcutHelp.css";

const messages = {
  title: { zh: "快捷键", en: "Keyboard shortcuts" },
  then: { zh: "然后", en: "then" },
  use: { zh: "使用单键快捷键", en: "Use single-key shortcuts" },
} satisfies Messages;

export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages(messages);
  const shortcuts = useShortcutList();
  const [on, turn] = useShortcutSwitch();
  return (
    <Modal title={t.title} open={open} onCancel={onClose} footer={null} width={460}>
      <dl className="shortcut-list">
        {shortcuts.map((shortcut) => (
          <Fragment key={shortcut.keys}>
            <dt>
              {shortcut.keys.split(" ").map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && <span className="muted small"> {t.then} </span>}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{shortcut.label}</dd>
          </Fragment>
        ))}
      </dl>
      <Checkbox checked={on} onChange={(event) => turn(event.target.checked)}>
        {t.use}
      </Checkbox>
    </Modal>
  );
}
