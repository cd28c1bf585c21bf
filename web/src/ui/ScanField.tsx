import { Button, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useMessages, type Messages } from "../i18n";
import { Field } from "./Field";
import { canScan, scanWith } from "./scanner";
import "./ScanField.css";

const messages = {
  scan: { zh: "扫描", en: "Scan" },
  stop: { zh: "停止扫描", en: "Stop" },
  noCamera: {
    zh: "打不开摄像头，请手工输入或使用扫码枪",
    en: "The camera cannot be opened; type the code or use a hand scanner",
  },
} satisfies Messages;

/** A code, by camera where the browser can read it, by hand scanner or keyboard everywhere. */
export function ScanField({
  label,
  hint,
  value,
  autoFocus = false,
  onChange,
  onDone,
}: {
  label: string;
  hint?: string;
  value: string;
  autoFocus?: boolean;
  onChange: (code: string) => void;
  /** Enter was pressed, or the camera has read it. */
  onDone?: (code: string) => void;
}) {
  const t = useMessages(messages);
  const [scanning, setScanning] = useState(false);
  const [blind, setBlind] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef({ onChange, onDone });
  useEffect(() => {
    read.current = { onChange, onDone };
  });

  useEffect(() => {
    const eye = video.current;
    if (!scanning || eye === null) return;
    const stop = new AbortController();
    scanWith(eye, stop.signal)
      .then((code) => {
        if (code === null) return;
        read.current.onChange(code);
        read.current.onDone?.(code);
        setScanning(false);
      })
      .catch(() => {
        setBlind(true);
        setScanning(false);
      });
    return () => stop.abort();
  }, [scanning]);

  const help = blind ? t.noCamera : hint;
  return (
    <div className="stack tight">
      <Field label={label} {...(help === undefined ? {} : { hint: help })}>
        {(ids) => (
          <div className="scan-row">
            <Input
              {...ids}
              autoFocus={autoFocus}
              autoComplete="off"
              spellCheck={false}
              maxLength={100}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onPressEnter={(event) => {
                event.preventDefault();
                if (value.trim() !== "") onDone?.(value.trim());
              }}
            />
            {canScan() && (
              <Button onClick={() => setScanning((now) => !now)}>{scanning ? t.stop : t.scan}</Button>
            )}
          </div>
        )}
      </Field>
      {scanning && <video ref={video} className="scan-eye" muted playsInline aria-label={t.scan} />}
    </div>
  );
}
