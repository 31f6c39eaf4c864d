import type { GoodsName } from "../../invoices/goodsName.ts";

/** Words that stand in any contract and on any invoice, and so say nothing of what is bought. */
const commonWords =
  /合同|协议|采购|项目|服务|管理|费用|经费|工作|有限公司|街道|社区|年度|季度|月度|第[一二三四]|相关|其他|综合|[0-9０-９年月日\p{P}\p{S}\s]/gu;

/** What an invoice may call anything at all. */
const vagueCategories = /^(现代服务|生活服务|其他现代服务|其他生活服务|预付卡销售|不征税自有)/;

/** Contracts for things of many kinds, whose single pieces they do not name. */
const collective = /用品|物资|物品|耗材|材料|设备|器材|装备|零星|日常|杂项|食材|工程|改造|修缮|装修/;

/** What a tax category means in the words of contracts. */
const meanings: readonly (readonly [category: RegExp, subject: RegExp])[] = [
  [/印刷/, /宣传|折页|海报|手册|单页|资料|书|报|刊|展板|标牌|制作|标识/],
  [
    /广告|文化|设计|会展|演出|影视/,
    /宣传|活动|制作|展|标语|氛围|设计|策划|演|拍摄|视频|公众号|文体|比赛|培训/,
  ],
  [/租赁/, /租|使用权|月费|场地|房屋|用车|终端/],
  [/电信|通信/, /电话|手机|通讯|通信|流量|短信|宽带|网络|专线|话费|月租|固话|终端|热线/],
  [/信息|软件|技术|研发/, /系统|软件|平台|运维|网络|信息|数据|智能|监控|网站|数字|技术|智慧|维护/],
  [
    /鉴证|咨询|法律|会计|税务/,
    /法律|律师|审计|评估|咨询|顾问|监理|造价|检测|检验|测评|鉴定|代理|会计|财务|规划|研究|课题/,
  ],
  [/人力资源|劳务派遣|劳务/, /人员|外包|派遣|用工|岗位|劳务|队伍|辅助|社工|协管|巡查|看护|保安|保洁/],
  [/安全保护|保安|安保/, /保安|安保|秩序|巡|值守|守护|联勤|防控|治安|看护|门卫/],
  [/物业|清洁|保洁|环境|卫生/, /物业|保洁|清洁|清运|清扫|环卫|环境|卫生|绿化|消杀|垃圾|养护|整治/],
  [/建筑|工程|安装/, /工程|维修|修|施工|改造|安装|装修|建设|拆|整治|搭建|更新/],
  [/修理|修配|维修/, /维修|维护|维保|保养|修|养护|运维/],
  [/餐饮|食品|粮|蔬|肉|乳/, /餐|食|饭|膳|伙|慰问|助老|午/],
  [/运输|物流|仓储|车/, /运|车|交通|搬|仓|快递|配送|班车|物流/],
  [/教育|培训/, /培训|教|课|讲|学|宣讲|研修/],
  [/医疗|卫生|药|体检/, /医|体检|卫生|药|健康|防疫|急救|消毒/],
  [/保险/, /保险|保障|责任险|意外/],
  [/居民日常|社会|养老/, /养老|助老|照护|护理|居家|家政|上门|社工|日间/],
  [/服装|纺织|鞋|帽/, /服|装|衣|鞋|帽|制服|马甲|被/],
];

const plain = (text: string): string => text.normalize("NFKC").replace(commonWords, " ");

/** A text with the words in it that say something. */
type Said = Readonly<{
  text: string;
  /** Each two neighbouring characters of a word. */
  pairs: ReadonlySet<string>;
  characters: ReadonlySet<string>;
}>;

function saidIn(text: string): Said {
  const runs = plain(text).split(/\s+/);
  const pairs = new Set<string>();
  for (const run of runs) for (let at = 0; at + 2 <= run.length; at += 1) pairs.add(run.slice(at, at + 2));
  return { text, pairs, characters: new Set(runs.join("")) };
}

/** What a contract is about, made once for all invoices that are held against it. */
export type Matter = Said;

export const matterOf = (texts: readonly string[]): Matter => saidIn(texts.join(" "));

/** The same of a line of an invoice, made once for all contracts that it is held against. */
export const saidOf = ({ category, name }: GoodsName): Said => saidIn(`${category} ${name}`);

/**
 * Whether goods may belong to a matter. Without a dictionary, and so in favour of the invoice: two neighbouring characters
 * in common, two characters anywhere, a category that means the same or says nothing, or a contract that names no pieces.
 */
export function mayBelong(
  goods: GoodsName,
  { text, pairs, characters }: Matter,
  said: Said = saidOf(goods),
): boolean {
  const { category, name } = goods;
  const isService = category.includes("服务");
  if (`${category}${name}` === "" || characters.size === 0 || vagueCategories.test(category)) return true;
  if (collective.test(text) && !isService) return true;
  for (const pair of said.pairs) if (pairs.has(pair)) return true;
  const shared = [...said.characters].filter((character) => characters.has(character));
  return shared.length >= 2 || meanings.some(([of, subject]) => of.test(said.text) && subject.test(text));
}
