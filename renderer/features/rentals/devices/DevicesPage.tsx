import { ArrowLeftOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { DeviceRegister } from "#shared/api/rentals.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Device } from "#shared/model/contract.ts";
import { useClosedYear } from "../../../app/closedYear.ts";
import { useToday } from "../../../app/status.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded, Page } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { WriteButton } from "../../../components/WriteButton.tsx";
import { AddDevicesDialog } from "./AddDevicesDialog.tsx";
import { type DeviceAction, DeviceActionDialog } from "./DeviceActionDialog.tsx";
import { DeviceForm } from "./DeviceForm.tsx";
import { DeviceSegmentsDialog } from "./DeviceSegmentsDialog.tsx";
import { deviceTable, differenceWords } from "./deviceTable.ts";

type Props = Readonly<{ rentalId: string; onBack: () => void }>;
type Dialog = "add" | "segments" | DeviceAction | Device | null;

/** 设备台账 of one rental: who holds which device, since when. */
export function DevicesPage({ rentalId, onBack }: Props) {
  const query = useApi("devices.list", { rentalId: asId(rentalId) });
  const [dialog, setDialog] = useState<Dialog>(null);
  const back = (
    <Button
      type="text"
      icon={<ArrowLeftOutlined />}
      aria-label="回到月租表"
      title="回到月租表"
      onClick={onBack}
    />
  );
  return (
    <Page>
      <PageHeader
        before={back}
        title={query.data === undefined ? "设备台账" : `设备台账：${query.data.rental.name}`}
        note={query.data === undefined ? undefined : noteOf(query.data)}
        actions={
          <>
            <WriteButton
              disabled={(query.data?.devices.length ?? 0) === 0}
              onClick={() => setDialog("segments")}
            >
              由设备登记生成数量段…
            </WriteButton>
            <WriteButton type="primary" icon={<PlusOutlined />} onClick={() => setDialog("add")}>
              登记设备
            </WriteButton>
          </>
        }
      />
      <Loaded query={query}>
        {(register) => <Register register={register} dialog={dialog} setDialog={setDialog} />}
      </Loaded>
    </Page>
  );
}

const noteOf = ({ contractNo, vendorName, devices, inServiceToday, rental }: DeviceRegister): string =>
  `${contractNo} ${vendorName}，登记 ${devices.length} ${rental.unitName}，今日在用 ${inServiceToday} ${rental.unitName}`;

type RegisterProps = Readonly<{
  register: DeviceRegister;
  dialog: Dialog;
  setDialog: (dialog: Dialog) => void;
}>;

function Register({ register, dialog, setDialog }: RegisterProps) {
  const today = useToday();
  const closed = useClosedYear();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { rental, devices, differences } = register;
  const chosen = devices.filter((row) => ticked.has(row.id));
  const close = () => setDialog(null);
  const changed = () => {
    setTicked(new Set());
    close();
  };
  return (
    <>
      {differences.length === 0 ? null : (
        <p className="jf-devices-differ jf-status-warn" role="status">
          数量段与台账不一致：{differenceWords(register)}
        </p>
      )}
      <DataTable
        title={`设备台账 ${rental.name}`}
        followNew
        columns={deviceTable(today)}
        rows={devices}
        rowKey={(row) => row.id}
        {...(closed === null ? { onOpen: setDialog } : {})}
        rowTone={(row) => (row.outOn !== null && row.outOn < today ? "muted" : undefined)}
        ticks={{ ticked, onChange: setTicked, label: "选中设备" }}
        toolbar={<ChosenActions count={chosen.length} unit={rental.unitName} onAction={setDialog} />}
        empty={
          <EmptyState
            title="还没有逐台登记的设备"
            action={
              <WriteButton type="primary" onClick={() => setDialog("add")}>
                登记设备
              </WriteButton>
            }
          >
            按数量计租不需要逐台登记；要知道谁持有哪一台、何时退还，从 Excel 粘贴编号即可。
          </EmptyState>
        }
      />
      {dialog === "add" ? <AddDevicesDialog rental={rental} onClose={close} /> : null}
      {dialog === "segments" ? <DeviceSegmentsDialog register={register} onClose={close} /> : null}
      {dialog === "handOver" || dialog === "return" || dialog === "void" ? (
        <DeviceActionDialog
          rental={rental}
          devices={chosen}
          action={dialog}
          onDone={changed}
          onClose={close}
        />
      ) : null}
      {typeof dialog === "object" && dialog !== null ? <DeviceForm device={dialog} onClose={close} /> : null}
    </>
  );
}

type ChosenProps = Readonly<{ count: number; unit: string; onAction: (action: DeviceAction) => void }>;

function ChosenActions({ count, unit, onAction }: ChosenProps) {
  if (count === 0) return <span className="jf-soft">空格勾选，回车修改；勾选后可以移交、退还、作废</span>;
  return (
    <>
      <span className="jf-num">
        已选 {count} {unit}
      </span>
      <WriteButton onClick={() => onAction("handOver")}>移交…</WriteButton>
      <WriteButton onClick={() => onAction("return")}>退还…</WriteButton>
      <WriteButton danger onClick={() => onAction("void")}>
        作废…
      </WriteButton>
    </>
  );
}
