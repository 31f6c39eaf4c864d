import type { IndicatorsBlock } from "../template.ts";

type Levels = IndicatorsBlock["levels"];

/** `产出指标：数量指标*、质量指标*、成本指标`: a line for each first level; a star where an indicator is asked for. */
export const writeLevels = (levels: Levels): string =>
  levels
    .map(
      ({ level1, level2, needed }) =>
        `${level1}：${level2.map((name) => (needed.includes(name) ? `${name}*` : name)).join("、")}`,
    )
    .join("\n");

export const readLevels = (text: string): Levels =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [level1 = "", ...rest] = line.split(/[：:]/);
      const names = rest
        .join("")
        .split(/[、，,；;\s]+/)
        .filter((name) => name !== "");
      const plain = (name: string): string => name.replace(/[*＊]+$/, "");
      return {
        level1: level1.trim(),
        level2: names.map(plain),
        needed: names.filter((name) => plain(name) !== name).map(plain),
      };
    });
