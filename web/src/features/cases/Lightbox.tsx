import {
  CloseOutlined,
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useMessages } from "../../i18n";
import { messages } from "./messages";

interface Props {
  pictures: readonly { id: string; url: string }[];
  start: number;
  onClose: () => void;
}

/** Photos at full size. The native dialog keeps the focus inside and gives it back when it closes. */
export function Lightbox({ pictures, start, onClose }: Props) {
  const t = useMessages(messages);
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(start);
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);

  const show = (index: number) => {
    setAt((index + pictures.length) % pictures.length);
    setZoom(1);
    setTurns(0);
  };
  const scale = (by: number) => setZoom((now) => Math.min(6, Math.max(0.5, now * by)));
  const keys: Record<string, () => void> = {
    ArrowLeft: () => show(at - 1),
    ArrowRight: () => show(at + 1),
    "+": () => scale(1.4),
    "=": () => scale(1.4),
    "-": () => scale(1 / 1.4),
    r: () => setTurns(turns + 1),
  };
  const picture = pictures[at];
  return (
    <dialog
      ref={dialog}
      className="lightbox"
      aria-label={t.photo(at + 1, pictures.length)}
      onClose={onClose}
      onKeyDown={(event) => {
        const act = keys[event.key];
        if (act === undefined) return;
        event.preventDefault();
        act();
      }}
    >
      <div className="lightbox-bar">
        <span>{t.photo(at + 1, pictures.length)}</span>
        <span className="small only-wide">{t.galleryKeys}</span>
        <div className="grow" />
        <Button ghost icon={<ZoomOutOutlined />} aria-label={t.zoomOut} onClick={() => scale(1 / 1.4)} />
        <Button ghost icon={<ZoomInOutlined />} aria-label={t.zoomIn} onClick={() => scale(1.4)} />
        <Button
          ghost
          icon={<RotateRightOutlined />}
          aria-label={t.rotate}
          onClick={() => setTurns(turns + 1)}
        />
        <Button ghost icon={<CloseOutlined />} aria-label={t.close} onClick={() => dialog.current?.close()} />
      </div>
      <div className="lightbox-stage">
        {picture !== undefined && (
          <img
            src={picture.url}
            alt={t.photo(at + 1, pictures.length)}
            style={{ transform: `scale(${zoom}) rotate(${turns * 90}deg)` }}
          />
        )}
      </div>
      {pictures.length > 1 && (
        <>
          <Button
            className="lightbox-left"
            ghost
            icon={<LeftOutlined />}
            aria-label="←"
            onClick={() => show(at - 1)}
          />
          <Button
            className="lightbox-right"
            ghost
            icon={<RightOutlined />}
            aria-label="→"
            onClick={() => show(at + 1)}
          />
        </>
      )}
    </dialog>
  );
}
