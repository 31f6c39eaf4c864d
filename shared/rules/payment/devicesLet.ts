import { formatMonthText, monthOf } from "../../kernel/dates.ts";
import type { Device } from "../../model/contract.ts";
import { type ServiceDifference, serviceDifference } from "../../rentals/serviceDifference.ts";
import type { InstalmentFact } from "../contractFacts.ts";
import type { Groups } from "../indexing.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import type { Hit } from "../rule.ts";
import { ofContract, ofPayment } from "../words.ts";

export type DevicesOf = Groups<Device["rentalId"], Device>["of"];

/** Months of a payment in which the register has another number of devices in service than is let. */
export function devicesLet(payment: PaymentFact, devicesOf: DevicesOf): readonly Hit[] {
  const uses = payment.instalmentUses.filter((use) => use.cents > 0 && use.of.row.kind === "regular");
  const found = uses.flatMap((use) => differenceIn(use.of, devicesOf) ?? []);
  const [first] = found;
  if (first === undefined) return [];
  const { instalment, unitName, differs } = first;
  const unit = differs.counts === "devices" ? unitName : `${unitName}·天`;
  const more = found.length > 1 ? `等${found.length}个月` : "";
  return [
    {
      subjects: [ofPayment(payment), ofContract(instalment.contract), ...first.subjects],
      figures: {
        month: differs.month,
        inService: differs.inService,
        agreed: differs.agreed,
        monthCount: found.length,
      },
      message: `租赁数量与实物不符：${formatMonthText(differs.month)}${more}登记在用${differs.inService}${unit}，计租${differs.agreed}${unit}。`,
      remedy: "请清点实物：设备台账有误的补登进退日期，数量确有变化的登记数量/单价段后按新数量付款。",
      aspect: "devices",
    },
  ];
}

type Found = Readonly<{
  instalment: InstalmentFact;
  unitName: string;
  differs: ServiceDifference;
  subjects: Hit["subjects"];
}>;

function differenceIn(instalment: InstalmentFact, devicesOf: DevicesOf): Found | undefined {
  const { row, contract } = instalment;
  const rental = contract.rentals.find((other) => other.row.id === row.rentalId);
  const devices = rental === undefined ? [] : devicesOf(rental.row.id);
  // Who keeps no register has nothing to compare with.
  if (rental === undefined || devices.length === 0) return undefined;
  const term = { from: contract.row.startDate, to: contract.endDate };
  const month = monthOf(row.periodFrom);
  const differs = serviceDifference(rental.row, rental.segments, devices, month, term);
  if (differs === undefined) return undefined;
  const { id, name, unitName } = rental.row;
  return { instalment, unitName, differs, subjects: [{ kind: "rental", id, label: name }] };
}
