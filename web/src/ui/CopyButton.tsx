import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useMessages, type Messages } from "../i18n";

const messages = {
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制", en: "Copied" },
} satisfies Messages;

export function CopyButton({
  text,
  label,
  size = "small",
}: {
  text: string;
  label?: string;
  size?: "small" | "middle";
}) {
  const t = useMessages(messages);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await writeToClipboard(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <Button
      size={size}
      type={label === undefined ? "text" : "default"}
      icon={copied ? <CheckOutlined /> : <CopyOutlined />}
      aria-label={copied ? t.copied : (label ?? t.copy)}
      onClick={() => void copy()}
    >
      {label !== undefined && (copied ? t.copied : label)}
    </Button>
  );
}

/** The clipboard is closed on plain http; the old way still works there. */
async function writeToClipboard(text: string) {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) return clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand("copy");
  field.remove();
}
