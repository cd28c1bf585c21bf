import { useMutation } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { WarehouseTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { ScanField } from "../../ui/ScanField";
import { messages } from "./messages";

/** A parcel to the customer: with whom, and under which number. */
export function SendDialog({
  task,
  repaired,
  onClose,
}: {
  task: WarehouseTask;
  repaired: boolean;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const [carrier, setCarrier] = useState("");
  const [trackingNo, setTrackingNo] = useState("");
  const [item, setItem] = useState("");
  const send = useMutation({
    mutationFn: () =>
      api.put(
        `/api/v1/cases/${task.caseId}/${repaired ? "repair" : "replacement-shipment"}`,
        {
          carrier: carrier.trim(),
          trackingNo: trackingNo.replace(/\s/g, ""),
          scanned: item.trim() === "" ? [] : [item.trim()],
        },
        { ifMatch: task.version },
      ),
    onSuccess: onClose,
  });
  const missing = carrier.trim() === "" || trackingNo.trim() === "";
  return (
    <Modal
      open
      title={repaired ? t.repairedTitle(task.caseNo) : t.shipTitle(task.caseNo)}
      okText={repaired ? t.repaired : t.ship}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing, title: missing ? t.needParcel : undefined }}
      confirmLoading={send.isPending}
      mask={{ closable: false }}
      onOk={() => send.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {!repaired && (
          <ul className="goods">
            {task.replacement?.items.map((one) => (
              <li key={one.sku}>
                {one.title} <span className="mono small">{one.sku}</span> <strong>×{one.qty}</strong>
              </li>
            ))}
          </ul>
        )}
        {!repaired && <ScanField label={t.scanItem} value={item} autoFocus onChange={setItem} />}
        <Field label={t.carrier}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={40}
              value={carrier}
              onChange={(event) => setCarrier(event.target.value)}
            />
          )}
        </Field>
        <ScanField label={t.trackingNo} value={trackingNo} onChange={setTrackingNo} />
        <ProblemNote error={send.error} />
      </div>
    </Modal>
  );
}
