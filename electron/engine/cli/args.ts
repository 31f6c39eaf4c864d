import { parseArgs } from "node:util";
import { UserError } from "#shared/kernel/errors.ts";

/** What one command takes besides `--db` and `--json`. */
export type CommandShape = Readonly<{
  /** Names of the words after the command, in order; all are required. */
  words: readonly string[];
  /** Name of the last word when there may be more of it; one at least. */
  many?: string;
  options: Readonly<Record<string, "text" | "flag">>;
}>;

export type Arguments = Readonly<{
  word: (name: string) => string;
  /** All of the words that may be many. */
  many: () => readonly string[];
  text: (name: string) => string | undefined;
  required: (name: string) => string;
  flag: (name: string) => boolean;
}>;

export const badUse = (message: string, hint = "请运行 npm run -s cli -- help 查看全部命令。"): UserError =>
  new UserError({ code: "bad-request", message, hint });

/** Reads a command line strictly: an unknown or a doubled option, a missing or a surplus word is bad use. */
export function readArguments(argv: readonly string[], shape: CommandShape): Arguments {
  const { values, positionals } = parse(argv, shape);
  if (shape.many === undefined && positionals.length > shape.words.length)
    throw badUse(`多余的参数：${positionals[shape.words.length]}`);
  const words = shape.many === undefined ? shape.words : [...shape.words, shape.many];
  const missing = words.find((_, index) => (positionals[index] ?? "") === "");
  if (missing !== undefined) throw badUse(`缺少参数：${missing}`);

  const text = (name: string): string | undefined => {
    const given = values[name];
    if (Array.isArray(given) && given.length > 1) throw badUse(`--${name} 只能写一次`);
    const value = Array.isArray(given) ? given[0] : given;
    return typeof value === "string" ? value : undefined;
  };
  return {
    word: (name) => positionals[shape.words.indexOf(name)] ?? "",
    many: () => positionals.slice(shape.words.length),
    text,
    required: (name) => {
      const value = text(name);
      if (value === undefined || value === "") throw badUse(`缺少 --${name}`);
      return value;
    },
    flag: (name) => values[name] === true,
  };
}

type Parsed = Readonly<{
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  positionals: readonly string[];
}>;

function parse(argv: readonly string[], shape: CommandShape): Parsed {
  const common = { json: { type: "boolean" }, db: { type: "string", multiple: true } } as const;
  const own = Object.fromEntries(
    Object.entries(shape.options).map(([name, kind]) => [
      name,
      kind === "flag" ? { type: "boolean" as const } : { type: "string" as const, multiple: true },
    ]),
  );
  try {
    return parseArgs({
      args: [...argv],
      options: { ...common, ...own },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const option = /'(-[^ ']+)/.exec(error instanceof Error ? error.message : "")?.[1];
    throw badUse(option === undefined ? "命令参数有误" : `参数 ${option} 有误或不存在`);
  }
}
