import { Alert, Modal } from "antd";
import { useMessages, type Messages } from "../i18n";
import { CopyButton } from "./CopyButton";

const messages = {
  once: {
    zh: "只显示这一次。请现在复制并妥善保管；关闭后无人能再看到它。",
    en: "Shown this once. Copy it now and keep it safe; nobody can read it again after you close this.",
  },
  copy: { zh: "复制", en: "Copy" },
  done: { zh: "我已保存", en: "I have kept it" },
} satisfies Messages;

/** A secret in the only moment in which it can be read. */
export function OnceShown({
  title,
  secret,
  onClose,
}: {
  title: string;
  secret: string;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  return (
    <Modal
      open
      title={title}
      mask={{ closable: false }}
      closable={false}
      okText={t.done}
      cancelButtonProps={{ style: { display: "none" } }}
      onOk={onClose}
    >
      <div className="stack">
        <Alert type="warning" showIcon title={t.once} />
        <div className="row">
          <code className="mono grow keep-lines" data-secret>
            {secret}
          </code>
          <CopyButton text={secret} label={t.copy} size="middle" />
        </div>
      </div>
    </Modal>
  );
}
