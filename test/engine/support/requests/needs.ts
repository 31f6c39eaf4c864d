import { contractId } from "#engine/sample/contracts.ts";
import { projectId } from "#engine/sample/project.ts";
import { rentalId } from "#engine/sample/rentals.ts";
import { isoDate, yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { deviceDraft, needDraft, segment, staffDraft } from "../drafts.ts";
import type { EngineDesk } from "../engineDesk.ts";
import { found, fresh, nothing, type Requests, reason, year } from "./common.ts";

const segments = { rentalId: rentalId("phones"), segments: [segment("2022-01-01", "70")] };

const tablets = {
  id: null,
  contractId: contractId("phones"),
  name: "平板电脑",
  unitName: "台",
  proration: "daily",
  note: "",
} as const;

const typedMonths = {
  rentals: [
    {
      rentalId: rentalId("phones"),
      months: [
        {
          month: yearMonth("2022-11"),
          terms: { quantity: decimal("66"), unitPrice: decimal("59"), free: false },
        },
        { month: yearMonth("2022-12"), terms: null },
      ],
    },
  ],
};

const newDevice = () => deviceDraft(fresh("XZ"));

const issuedOn = isoDate("2022-07-08");

const someDevice = async ({ ask }: EngineDesk) => {
  const draft = newDevice();
  const { devices } = await ask("devices.add", { rentalId: rentalId("phones"), devices: [draft] });
  const { voidedAt, voidReason, ...device } = found(devices.find((row) => row.deviceNo === draft.deviceNo));
  return device;
};

const someDevices = async (engine: EngineDesk) => ({
  rentalId: rentalId("phones"),
  ids: [(await someDevice(engine)).id],
});

const someNeed = async ({ ask }: EngineDesk) => (await ask("needs.save", needDraft(projectId))).need.id;

const someStaff = async ({ ask }: EngineDesk) => {
  const draft = staffDraft(fresh("网格员"));
  return found((await ask("staff.save", { ...draft, id: null })).find(({ name }) => name === draft.name));
};

const someIssue = async (engine: EngineDesk) => {
  const staffId = (await someStaff(engine)).id;
  const items = [{ staffId, issuedOn, quantity: decimal("1"), note: "" }];
  const detail = await engine.ask("needs.issue", { needId: await someNeed(engine), paymentId: null, items });
  return found(detail.issues[0]);
};

export const needRequests = {
  "rentals.save": async () => tablets,
  "rentals.matrix": async () => year,
  "rentals.previewSegments": async () => segments,
  "rentals.saveSegments": async () => segments,
  "rentals.previewMonths": async () => typedMonths,
  "rentals.saveMonths": async () => typedMonths,
  "rentals.void": async ({ ask }) => ({ id: (await ask("rentals.save", tablets)).id, reason }),
  "devices.list": async () => ({ rentalId: rentalId("phones") }),
  "devices.add": async () => ({ rentalId: rentalId("phones"), devices: [newDevice()] }),
  "devices.save": async (engine) => ({ ...(await someDevice(engine)), model: "新型号" }),
  "devices.handOver": async (engine) => ({
    ...(await someDevices(engine)),
    holder: "新持有人",
    on: isoDate("2022-07-08"),
  }),
  "devices.return": async (engine) => ({ ...(await someDevices(engine)), outOn: isoDate("2022-07-31") }),
  "devices.void": async (engine) => ({ ...(await someDevices(engine)), reason }),
  "devices.segments": async (engine) => {
    await someDevices(engine);
    return { rentalId: rentalId("phones"), unitPrice: null };
  },
  "needs.list": async () => year,
  "needs.get": async (engine) => ({ id: await someNeed(engine) }),
  "needs.save": async () => needDraft(projectId),
  "needs.void": async (engine) => ({ id: await someNeed(engine), reason }),
  "needs.issue": async (engine) => ({
    needId: await someNeed(engine),
    paymentId: null,
    items: [{ staffId: (await someStaff(engine)).id, issuedOn, quantity: decimal("1"), note: "" }],
  }),
  "needs.issueDue": async (engine) => {
    await someStaff(engine);
    return { needId: await someNeed(engine), issuedOn, paymentId: null, note: "" };
  },
  "needs.saveIssue": async (engine) => {
    const { id, quantity, paymentId: linked, note } = await someIssue(engine);
    return { id, quantity, paymentId: linked, note, issuedOn: isoDate("2022-07-07") };
  },
  "needs.voidIssues": async (engine) => {
    const { id, needId } = await someIssue(engine);
    return { needId, ids: [id], reason };
  },
  "staff.list": nothing,
  "staff.save": async () => ({ ...staffDraft(fresh("网格员")), id: null }),
  "staff.import": async () => ({ staff: [staffDraft(fresh("甲")), staffDraft(fresh("乙"))] }),
  "staff.void": async (engine) => ({ id: (await someStaff(engine)).id, reason }),
} satisfies Partial<Requests>;
