import { useMutation } from "@tanstack/react-query";
import { Button, Input, InputNumber, Modal, Select, Slider } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { WarehouseTask } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { PhotoTaker, type Photo } from "../../ui/PhotoTaker";
import { ProblemNote } from "../../ui/ProblemNote";
import { ScanField } from "../../ui/ScanField";
import { count, counted, openOf, unitsOf, type Counted } from "./count";
import { dispositions, messages } from "./messages";

const FEWEST_PHOTOS = 2;

/** What came back, piece by piece: what passes now, what is held against it with photos. */
export function InspectDialog({ task, onClose }: { task: WarehouseTask; onClose: () => void }) {
  const t = useMessages(messages);
  const [lines, setLines] = useState<Counted[]>(() => counted(task));
  const [scanned, setScanned] = useState("");
  const [stranger, setStranger] = useState<string | null>(null);
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [note, setNote] = useState("");
  const [against, setAgainst] = useState(false);
  const [finding, setFinding] = useState("");
  const [percent, setPercent] = useState(50);
  const said = {
    units: unitsOf(lines),
    photos: photos.map((photo) => photo.id),
    note: note.trim() === "" ? null : note.trim(),
  };
  const send = useMutation({
    mutationFn: () =>
      api.put(
        `/api/v1/cases/${task.caseId}/inspection-${against ? "mismatch" : "pass"}`,
        against ? { ...said, finding: finding.trim(), proposalPct: percent } : said,
        { ifMatch: task.version },
      ),
    onSuccess: onClose,
  });
  const pieces = lines.reduce((sum, line) => sum + line.qty, 0);
  const missing = against
    ? finding.trim() === ""
      ? t.needFinding
      : photos.length < FEWEST_PHOTOS
        ? t.needPhotos
        : null
    : pieces === 0
      ? t.passNone
      : null;
  const read = (sku: string) => {
    const next = count(lines, sku);
    setStranger(next === null ? sku : null);
    if (next !== null) setLines(next);
    setScanned("");
  };
  const change = (lineId: string, part: Partial<Counted>) =>
    setLines(lines.map((line) => (line.lineId === lineId ? { ...line, ...part } : line)));
  return (
    <Modal
      open
      title={t.inspectTitle(task.caseNo)}
      width={600}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <div className="row end wrap">
          <Button onClick={against ? () => setAgainst(false) : onClose}>{against ? t.back : t.cancel}</Button>
          {!against && (
            <Button danger onClick={() => setAgainst(true)}>
              {t.mismatch}
            </Button>
          )}
          <Button
            type="primary"
            danger={against}
            disabled={missing !== null}
            title={missing ?? undefined}
            loading={send.isPending}
            onClick={() => send.mutate()}
          >
            {against ? t.propose(percent) : t.pass(pieces)}
          </Button>
        </div>
      }
    >
      <div className="stack">
        <ScanField
          label={t.scanItem}
          hint={stranger === null ? t.scanItemHint : t.notOfCase(stranger)}
          value={scanned}
          autoFocus
          onChange={setScanned}
          onDone={read}
        />
        {lines.map((line) => (
          <Line key={line.lineId} line={line} change={(part) => change(line.lineId, part)} />
        ))}
        {!against && pieces > 0 && pieces < openOf(lines) && <p className="muted">{t.partHint}</p>}
        {against && (
          <>
            <Field label={t.finding}>
              {(ids) => (
                <Input.TextArea
                  {...ids}
                  autoSize={{ minRows: 2, maxRows: 6 }}
                  maxLength={500}
                  value={finding}
                  onChange={(event) => setFinding(event.target.value)}
                />
              )}
            </Field>
            <Field label={`${t.proposal} ${percent}%`}>
              {(ids) => (
                <Slider
                  {...ids}
                  ariaLabelForHandle={t.proposal}
                  min={0}
                  max={100}
                  step={5}
                  value={percent}
                  tooltip={{ open: false }}
                  onChange={setPercent}
                />
              )}
            </Field>
          </>
        )}
        <Field label={t.photos} hint={t.photosHint}>
          {() => (
            <PhotoTaker
              folder={`/api/v1/cases/${task.caseId}/inspection-photos`}
              photos={photos}
              onChange={setPhotos}
            />
          )}
        </Field>
        <Field label={t.note}>
          {(ids) => (
            <Input {...ids} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <ProblemNote error={send.error} />
      </div>
    </Modal>
  );
}

function Line({ line, change }: { line: Counted; change: (part: Partial<Counted>) => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <fieldset className="stack tight inspected">
      <legend>
        {line.title} <span className="mono small">{line.sku}</span> · {t.open(line.open)}
      </legend>
      <div className="row wrap">
        <InputNumber
          aria-label={`${t.pieces} ${line.title}`}
          min={0}
          max={line.open}
          precision={0}
          value={line.qty}
          onChange={(qty) => change({ qty: qty ?? 0 })}
        />
        <Select
          aria-label={`${t.becomes} ${line.title}`}
          className="grow"
          popupMatchSelectWidth={false}
          style={{ minWidth: 140 }}
          value={line.disposition}
          onChange={(disposition) => change({ disposition })}
          options={dispositions.map((one) => ({ value: one.value, label: one[spoken] }))}
        />
        <Input
          aria-label={`${t.serial} ${line.title}`}
          placeholder={t.serial}
          className="grow"
          maxLength={100}
          value={line.serial}
          onChange={(event) => change({ serial: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
