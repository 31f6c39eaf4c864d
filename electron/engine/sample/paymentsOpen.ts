import type { PaymentDraft } from "./paymentDraft.ts";
import { yuan } from "./rows.ts";

const rentAsked = (rental: "recorders" | "phones" | "intercoms") =>
  ({ line: rental, contract: rental, payee: rental }) as const;

const pending = { state: "pending" } as const;

/** What waits for a check on the sample's day; all but one carry a planted mistake, as the README lists them. */
export const openPayments: readonly PaymentDraft[] = [
  {
    ...rentAsked("intercoms"),
    ...pending,
    // Its invoice was taken back in full.
    key: "intercoms-4",
    purpose: "2022年4月对讲机月租",
    requestedOn: "2022-06-16",
    shares: [{ seq: 4, invoice: "intercoms-4", amount: yuan("1,620.00") }],
  },
  {
    ...rentAsked("recorders"),
    ...pending,
    // 27 devices where 26 are let.
    key: "recorders-5",
    purpose: "2022年5月巡查记录仪月租",
    requestedOn: "2022-06-20",
    shares: [{ seq: 5, invoice: "recorders-5", amount: yuan("2,295.00") }],
  },
  {
    ...rentAsked("phones"),
    // March once more, against a second invoice for it.
    key: "phones-3-again",
    state: "draft",
    purpose: "2022年3月网格工作手机月租",
    requestedOn: "2022-06-21",
    shares: [{ seq: 3, invoice: "phones-3-again", amount: yuan("4,012.00") }],
  },
  {
    ...pending,
    // The money would go to another company than the contract names.
    key: "trade-1",
    line: "supplies",
    contract: "supplies",
    payee: "trade",
    purpose: "巡查用雨衣",
    requestedOn: "2022-06-23",
    shares: [{ invoice: "trade-1", amount: yuan("5,320.00") }],
  },
  {
    key: "publicity-2",
    line: "publicity",
    contract: "publicity",
    payee: "publicity",
    state: "approved",
    purpose: "“一网统管”海报",
    requestedOn: "2022-06-24",
    shares: [{ invoice: "publicity-2", amount: yuan("1,480.00") }],
  },
  {
    ...pending,
    // One set was refused at the acceptance, and its price was not taken off.
    key: "uniforms-1",
    line: "uniforms",
    contract: "uniforms",
    payee: "uniforms",
    purpose: "网格专职人员工作服32套",
    requestedOn: "2022-06-28",
    shares: [{ seq: 1, invoice: "uniforms-1", amount: yuan("37,760.00") }],
  },
  {
    ...pending,
    // Its invoice is used up by two paid payments.
    key: "supplies-3-again",
    line: "supplies",
    contract: "supplies",
    payee: "supplies",
    purpose: "警示围挡",
    requestedOn: "2022-06-29",
    shares: [{ invoice: "supplies-3", amount: yuan("3,000.00") }],
  },
  {
    ...pending,
    // Above the sum from which a contract is needed.
    key: "print-1",
    line: "publicity",
    contract: null,
    payee: "print",
    purpose: "网格公示牌制作",
    requestedOn: "2022-06-29",
    shares: [{ invoice: "print-1", amount: yuan("10,400.00") }],
  },
  {
    ...pending,
    // The line has 1,041.00 left after what is paid or asked for.
    key: "trade-2",
    line: "supplies",
    contract: null,
    payee: "trade",
    purpose: "防汛挡水板",
    requestedOn: "2022-06-30",
    shares: [{ invoice: "trade-2", amount: yuan("9,600.00") }],
  },
  {
    ...pending,
    // Two digits changed places: the invoice says 3,060.00.
    key: "publicity-3",
    line: "publicity",
    contract: "publicity",
    payee: "publicity",
    purpose: "文明养犬宣传册",
    requestedOn: "2022-07-04",
    amount: yuan("3,600.00"),
    shares: [{ invoice: "publicity-3", amount: yuan("3,060.00") }],
  },
];
