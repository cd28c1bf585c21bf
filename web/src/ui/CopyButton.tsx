import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useMessages, type Messages } from "../i18n";
import { writeToClipboard } from "./clipboard";

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
