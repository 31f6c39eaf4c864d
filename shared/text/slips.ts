/** A word that is likely to be a slip, and what it should be. */
type Slip = Readonly<{ pattern: RegExp; right: string }>;

/**
 * Slips seen in papers of offices. Each is wrong wherever it stands, so that none is found in a text that is right.
 * 先行联系率 is one of the figures by which the 12345 hotline is assessed.
 */
const slips: readonly Slip[] = [
  { pattern: /现行联系率/g, right: "先行联系率" },
  { pattern: /帐户/g, right: "账户" },
  { pattern: /帐号/g, right: "账号" },
  { pattern: /按排/g, right: "安排" },
  { pattern: /布署/g, right: "部署" },
  { pattern: /报消/g, right: "报销" },
  { pattern: /撤消/g, right: "撤销" },
  { pattern: /拔款/g, right: "拨款" },
  { pattern: /予算/g, right: "预算" },
  { pattern: /绩校/g, right: "绩效" },
  { pattern: /满意渡/g, right: "满意度" },
  { pattern: /既使/g, right: "即使" },
  { pattern: /已经经过/g, right: "已经过" },
  { pattern: /截止(?=\d{4}年)/g, right: "截至" },
];

export type SlipFound = Readonly<{ wrong: string; right: string }>;

/** Nearly every text is right, and one look says so. */
const anySlip = new RegExp(slips.map(({ pattern }) => pattern.source).join("|"));

/** The slips in a text, each once. */
export function slipsIn(text: string): readonly SlipFound[] {
  if (!anySlip.test(text)) return [];
  return slips.flatMap(({ pattern, right }) => {
    const wrong = text.match(pattern)?.[0];
    return wrong === undefined ? [] : [{ wrong, right }];
  });
}

export const withoutSlips = (text: string): string =>
  slips.reduce((mended, { pattern, right }) => mended.replace(pattern, right), text);

/** Words of other kinds of projects: fit where the project has to do with one of `of`, else copied from elsewhere. */
const borrowed: readonly Readonly<{ word: string; of: RegExp }>[] = [
  { word: "受助对象", of: /受助|救助|资助|帮扶|补助|扶贫/ },
  { word: "贫困户", of: /贫困|脱贫|帮扶|扶贫/ },
  { word: "患者", of: /患者|医疗|卫生|医院|诊疗|健康/ },
  { word: "参保", of: /参保|社保|保险|医保/ },
  { word: "受训学员", of: /培训|教育|教学/ },
  { word: "在校学生", of: /学校|教育|学生/ },
  { word: "农户", of: /农户|农业|农村|涉农/ },
  { word: "招商", of: /招商|营商|企业服务|经济发展/ },
];

/** Words in a text that belong to another kind of project than `context`, its name and description, tells of. */
export const borrowedWords = (text: string, context: string): readonly string[] =>
  borrowed.filter(({ word, of }) => text.includes(word) && !of.test(context)).map(({ word }) => word);
